"""What becomes of gradients on their way back through time: small networks in, plain values out."""

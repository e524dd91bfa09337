"""RNN Lab's library: reads a series, trains recurrent networks on it, and judges them honestly.

Law: nothing in this package imports Streamlit, and importing it never loads TensorFlow or Keras.
"""

__version__ = "0.1.0"

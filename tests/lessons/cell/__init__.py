"""What goes on inside the cells, held against the equations, Keras and the printed digits."""

"""A contestant: plain Keras as tutorials use it, LSTM and then GRU, with as many threads as TensorFlow likes."""

import json
import time

import keras

from tests.benchmarks.race.recipe import BATCH, UNITS, WINDOW, Material, arguments


def main() -> None:
    file, epochs, seed, _ = arguments()
    material = Material(file)
    for cell in ("LSTM", "GRU"):
        keras.utils.set_random_seed(seed)
        layers = [keras.Input((WINDOW, 1)), getattr(keras.layers, cell)(UNITS), keras.layers.Dense(1)]
        network = keras.Sequential(layers)
        network.compile(optimizer="rmsprop", loss="mse")
        began = time.perf_counter()
        network.fit(material.x, material.y, epochs=epochs, batch_size=BATCH, verbose=0)
        seconds = time.perf_counter() - began
        rmse = material.rmse(network.predict(material.x_test, verbose=0))
        print(json.dumps({"cell": cell, "seconds": seconds, "rmse": rmse}), flush=True)


if __name__ == "__main__":
    main()

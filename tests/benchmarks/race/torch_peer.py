"""A contestant: PyTorch, one cell and one thread to a process, two of which run side by side."""

import json
import time

import torch

from tests.benchmarks.race.recipe import BATCH, UNITS, Material, arguments


def main() -> None:
    file, epochs, seed, (cell,) = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    material = Material(file)
    x, y = torch.from_numpy(material.x), torch.from_numpy(material.y)
    recurrent, head = getattr(torch.nn, cell)(1, UNITS, batch_first=True), torch.nn.Linear(UNITS, 1)
    # Keras' defaults for RMSprop.
    optimizer = torch.optim.RMSprop([*recurrent.parameters(), *head.parameters()], lr=1e-3, alpha=0.9, eps=1e-7)
    began = time.perf_counter()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for first in range(0, len(x), BATCH):
            batch = order[first : first + BATCH]
            loss = ((head(recurrent(x[batch])[0][:, -1]) - y[batch]) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    seconds = time.perf_counter() - began
    with torch.no_grad():
        rmse = material.rmse(head(recurrent(torch.from_numpy(material.x_test))[0][:, -1]).numpy())
    print(json.dumps({"cell": cell, "seconds": seconds, "rmse": rmse}), flush=True)


if __name__ == "__main__":
    main()

"""The words of every setting: a label, and a help text that says what it is, what more of it does, and what is usual.

A test holds this list against the fields of the spec: neither may have one that the other lacks.
"""

from rnn_core.spec import FieldWords
from rnn_core.words import N_

FIELDS: dict[str, FieldWords] = {
    "cell": FieldWords(
        N_("Cells"),
        N_(
            "The kinds of recurrent layer to train. Each chosen one gets a network of its own; they learn side by side."
        ),
    ),
    "units": FieldWords(
        N_("Units"),
        N_("How many numbers the network remembers. More can store more, and take longer to learn. Usual: 16 to 128."),
    ),
    "window": FieldWords(
        N_("Window (time steps)"),
        N_(
            "How many past values the network sees before it predicts the next one. Longer windows show slower "
            "patterns and take longer to train. Usual: 10 to 60."
        ),
    ),
    "epochs": FieldWords(
        N_("Epochs"),
        N_("How many times the network goes through the whole training part. More takes longer. Usual: 10 to 100."),
    ),
    "layers": FieldWords(
        N_("Layers"),
        N_("Recurrent layers stacked on one another. More can find patterns of patterns and are harder to train."),
    ),
    "bidirectional": FieldWords(
        N_("Two-directional"),
        N_("Reads each window forwards and backwards, which doubles the weights. Nothing after the window is seen."),
    ),
    "dropout": FieldWords(
        N_("Dropout"),
        N_("The share of values switched off at random while learning, against learning by heart. Usual: 0 to 30 %."),
    ),
    "recurrent_dropout": FieldWords(
        N_("Dropout in the memory"),
        N_(
            "The same for what is handed on from step to step (recurrent dropout). A strong remedy against learning by "
            "heart; training then takes up to three times as long. Usual: 0 to 20 %."
        ),
    ),
    "attention": FieldWords(
        N_("Attention over time"),
        N_(
            "Looks back at all steps of the window and weighs them, instead of trusting the memory after the last one. "
            "Helps most in long windows."
        ),
    ),
    "l2": FieldWords(
        N_("Weight decay (L2)"),
        N_(
            "A price on large weights, against learning by heart. More keeps the network simpler, too much and it "
            "learns nothing. 0 switches it off. Usual: 0 to 0.001."
        ),
    ),
    "optimizer": FieldWords(
        N_("Optimizer"), N_("The rule that turns errors into changes of the weights. Adam is a good first choice.")
    ),
    "learning_rate": FieldWords(
        N_("Learning rate"),
        N_("How large each change of the weights is. Too large and learning jumps about, too small and it crawls."),
    ),
    "schedule": FieldWords(
        N_("Learning rate over time"),
        N_(
            "Whether it stays the same, falls along a cosine to zero at the last epoch, or halves after five epochs "
            "in which the loss got no better. A falling rate settles more calmly."
        ),
    ),
    "clip_norm": FieldWords(
        N_("Clipping"),
        N_(
            "Cuts gradients that are longer than this (gradient clipping), so that one bad batch does not ruin all. "
            "Smaller cuts more, 0 switches it off. Usual: 0 or 1."
        ),
    ),
    "patience": FieldWords(
        N_("Patience"),
        N_(
            "How many epochs in a row may pass without progress before training ends. More waits longer. "
            "Usual: 5 to 20."
        ),
    ),
    "batch_size": FieldWords(
        N_("Batch size"),
        N_("How many windows are looked at before the weights change once. More is faster and coarser. Usual: 32."),
    ),
    "loss": FieldWords(
        N_("Loss function"), N_("What the network tries to make small. Squared errors punish large misses most.")
    ),
    "seed": FieldWords(
        N_("Random seed"),
        N_("Where the random start begins. The same seed, the same result; another one shows how much luck counts."),
    ),
    "test_share": FieldWords(
        N_("Test part"),
        N_("The share of the rows, at the end, that is kept for the test. The network never sees it while it learns."),
    ),
    "train_from": FieldWords(N_("Train from"), N_("The first day of the training part. Empty: from the beginning.")),
    "train_to": FieldWords(
        N_("Train until"), N_("The last day of the training part. Empty: until the test part begins.")
    ),
    "test_from": FieldWords(
        N_("Test from"), N_("The first day of the test part. Empty: right after the training part.")
    ),
    "test_to": FieldWords(N_("Test until"), N_("The last day of the test part. Empty: to the end.")),
    "validation_from": FieldWords(
        N_("Validate from"),
        N_(
            "The first day of the training part that is kept back to watch how well unseen values are predicted. "
            "Empty: the share below."
        ),
    ),
    "validation_share": FieldWords(
        N_("Validation part"),
        N_(
            "The share of the training windows, at their end, that is kept back to watch how well unseen values are "
            "predicted."
        ),
    ),
    "target": FieldWords(N_("Column to predict"), N_("The column whose next value the networks predict.")),
    "inputs": FieldWords(
        N_("Columns to read"),
        N_(
            "What the networks see in their window: columns as they are, their changes, and prices against the one "
            "that is predicted. More tells them more and takes longer to learn. Empty: only the column that they "
            "predict."
        ),
    ),
    "predict": FieldWords(
        N_("What is predicted"),
        N_(
            "What the networks learn to say about the next value. Changes stay of the same size where prices grow, so "
            "that a network does not meet values in the test that it has never seen. Results are always shown as "
            "values."
        ),
    ),
    "horizon": FieldWords(
        N_("Steps ahead"),
        N_(
            "How many steps the networks learn to predict at once. The scores are those of the first step; the others "
            "stand under Ahead. More is harder to learn. Usual: 1, or as far as you want to look."
        ),
    ),
    "scaling": FieldWords(
        N_("Scaling"),
        N_("How values are brought to a size that networks learn well from. Fitted on the training part alone."),
    ),
    "missing": FieldWords(N_("Missing values"), N_("What happens to rows in which a value is missing.")),
}

# Choices of the form that are no fields of a spec.

REPEATS = FieldWords(
    N_("Repeats"),
    N_(
        "With how many random seeds each cell is trained. Three to five show how much of a result is luck, and take "
        "as many times as long."
    ),
)
SEES = FieldWords(
    N_("What the networks see"),
    N_(
        "One column, all of them, or a choice of your own. As changes, prices of years far apart look alike; what is "
        "predicted is then best a change too, and is set so."
    ),
)
EARLY_STOPPING = FieldWords(
    N_("Early stopping"),
    N_(
        "Ends the training when the validation part is no longer predicted better, and goes back to the best epoch. "
        "Without a validation part, 10 % of the training windows are kept back for it."
    ),
)

"""Small jobs of work with text, one a kind, each in a version that ends soon and in one that does not."""

from rnn_core.engine.text_jobs import RewriteJob, SentimentJob, WriteJob
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.write.spec import WriteSpec
from tests.text.sentiment.reviews import reviews
from tests.text.write.small import passage_of, text_of

KINDS = ("write", "sentiment", "rewrite")
EXAMPLES = reviews(120)
PASSAGE = passage_of(text_of(400))


def text_job(kind, *, epochs=2):
    match kind:
        case "write":
            spec = WriteSpec.make(units=8, embedding=4, window=8, batch_size=4, epochs=epochs)
            return WriteJob(spec, PASSAGE)
        case "sentiment":
            spec = SentimentSpec.make(units=4, embedding=4, batch_size=8, epochs=epochs, patience=0)
            return SentimentJob(spec, EXAMPLES)
    return RewriteJob(RewriteSpec.make(task="reverse", longest=3, units=8, embedding=4, batch_size=4, epochs=epochs))


def endless(kind):
    highest = {"write": WriteSpec, "sentiment": SentimentSpec, "rewrite": RewriteSpec}[kind].bounds("epochs")[1]
    return text_job(kind, epochs=highest)

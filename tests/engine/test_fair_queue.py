import pytest

from rnn_core.engine.queue import FairQueue
from rnn_core.errors import EngineError


def filled(*tickets):
    """A queue of tickets such as "a1": the letter is the owner."""
    queue = FairQueue()
    for ticket in tickets:
        queue.push(ticket, ticket[0])
    return queue


def emptied(queue):
    return list(iter(queue.pop, None))


def test_owners_take_turns():
    assert emptied(filled("a1", "a2", "a3", "b1", "c1", "c2")) == ["a1", "b1", "c1", "a2", "c2", "a3"]


def test_an_owner_alone_is_served_in_order():
    assert emptied(filled("a1", "a2", "a3")) == ["a1", "a2", "a3"]


@pytest.mark.parametrize("tickets", [(), ("a1",), ("a1", "a2", "b1"), ("a1", "b1", "b2", "c1", "c2", "a2")])
def test_order_and_positions_are_those_in_which_tickets_leave(tickets):
    queue = filled(*tickets)
    order = queue.order()
    positions = {ticket: queue.position(ticket) for ticket in tickets}
    assert order == emptied(queue)
    assert positions == {ticket: place for place, ticket in enumerate(order, start=1)}


def test_a_newcomer_stands_behind_one_ticket_of_each_owner():
    queue = filled("a1", "a2", "a3", "b1", "b2")
    queue.push("n1", "n")
    assert queue.position("n1") == 3


def test_a_removed_ticket_never_comes():
    queue = filled("a1", "a2", "b1")
    assert queue.remove("a1")
    assert not queue.remove("a1")
    assert queue.position("a1") == 0
    assert emptied(queue) == ["a2", "b1"]


def test_a_ticket_put_back_is_next():
    queue = filled("a1", "b1", "a2")
    queue.put_back(queue.pop(), "a")
    assert emptied(queue) == ["a1", "b1", "a2"]


def test_one_owner_cannot_fill_the_queue():
    queue = filled(*(f"a{number}" for number in range(30)))
    with pytest.raises(EngineError, match="at most 30 trainings waiting") as refusal:
        queue.push("a30", "a")
    assert refusal.value.code == "too_many_yours"
    queue.push("b0", "b")
    assert len(queue) == 31


def test_the_whole_queue_has_an_end():
    queue = filled(*(f"{owner}{number}" for owner in "abcdefghijkl" for number in range(10)))
    with pytest.raises(EngineError, match="at most 120 trainings") as refusal:
        queue.push("n1", "n")
    assert refusal.value.code == "queue_full"
    assert len(queue) == 120

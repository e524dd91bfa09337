"""How they talk in the English tales: questions with answers that fit them, and what else is said."""

from rnn_core.text.made.grammar import Rules, lines

QUESTIONS: Rules = {
    "yes_or_no": lines("""
        ^have you [seen the {T}|eaten|been to the {place}|any {food}|a {thing} for me|heard the {sound}]
        ^do you [like {food}|know the way to the {place}|believe in {virtue}|see the {place}|need {athing}]
        ^may I [come in|have some {food}|{do_to} your {thing}|sit {aplace}|ask you something|stay until {daytime}]
        ^will you [help me|come with me {toplace}|{do_to} the {T}|give me {number} {foods}|be my friend]
        ^are you [{feeling}|not {feeling}|coming|the {T}'s owner|my {relative}|from the {place}]
        ^can you [{do_to} it|keep a secret|hear the {sound}|swim|cook {food}|wait until {daytime}]
        ^is [that|this] [the {T}|my {thing}|your {relative}|{food}|a {thing} or a {thing}]
        ^did you really {do_to} [it|{number} {things}|the {thing} of my {relative}]
        """),
    "where": lines("""
        ^where is [the {T}|my {thing}|your {relative}|the {place}|the {food}]
        ^where did you {do_to} [the {T}|the {thing}|it]
        ^where [have you been|do you live|did it happen|are the {animals}]
        """),
    "what": lines("""
        ^what [is that|do you want|shall we do|do you see|is in the {thing}|have you got there|did you bring me]
        ^what would you like for {daytime}
        ^what did your {relative} {do_to}
        ^which {thing} [is mine|do you want|is the {colour} one|did you {do_to}]
        """),
    "who": lines("""
        ^who [are you|took the {T}|is there|lives {aplace}|told you that|will {do_to} the {T}]
        ^who has {done} [the {T}|my {thing}|the {food}]
        """),
    "why": lines("""
        ^why [are you so {feeling}|do you {do_to} {things}|not|did you come|is the {T} {colour}]
        ^why [must I|should we|did your {relative}] {do_to} [it|the {thing}|the {T}]
        """),
    "when_q": lines("""
        ^when [will it rain|did you {do_to} the {T}|is {daytime}|shall we go {toplace}|does the bell ring]
        """),
    "how_much": lines("""
        ^how [much is the {T}|far is the {place}|old are you|many {things} are there|long have you waited]
        """),
}
ANSWERS: Rules = {
    "yes_or_no": lines("""
        ^yes
        ^no
        ^yes, [of course|if you like|but only until {daytime}|and {number} {things} too|with {food}]
        ^no, [not today|never|thank you|I am {feeling}|I only want {afood}|it is too late]
        ^only if you {do_to} the {thing} first
        ^perhaps [tomorrow|on {day}|in {month}|not|later]
        ^not until {daytime}
        """),
    "where": lines("""
        ^{aplace}
        ^it is {aplace}
        ^I [lost|found|saw|left|sold|forgot] it {aplace}
        ^nobody knows
        ^ask my {relative}
        """),
    "what": lines("""
        ^{athing}
        ^{athing}, of course
        ^only {athing}
        ^nothing but {athing}
        ^{afood}, [please|and nothing else|if there is any]
        ^I have {number} {things}
        ^the {colour} one
        """),
    "who": lines("""
        ^my {relative}
        ^nobody
        ^your {relative}, I think
        ^a {someadj} {trade}
        ^the {someadj} {trade} from the {place}
        ^not I
        ^somebody with a {thing}
        """),
    "why": lines("""
        ^because [I am {feeling}|it is {day}|my {relative} said so|the {sound} woke me]
        ^because {virtue} is better than {virtue}
        ^because of the {thing}
        ^because I had nothing but {athing}
        ^I do not [know|remember]
        ^so that nobody [worries|sees it|has to wait]
        """),
    "when_q": lines("""
        ^on {day}
        ^in {month}
        ^{when}
        ^before {daytime}
        ^after {number} [days|hours|years|weeks]
        ^never
        """),
    "how_much": lines("""
        ^{number}
        ^about {number}
        ^more than {number}
        ^{number} [and a half|or more|exactly|too many]
        ^ask my {relative}
        """),
}
_EXCHANGES = lines("""
    "QUESTION?" asked {B.name}. "ANSWER," {saida}.
    "QUESTION?" asked {A.name}. "ANSWER," {saidb}.
    "QUESTION?" - "ANSWER."
    {B.name} looked at the {T}. "QUESTION?" - "ANSWER," {saida}.
    "QUESTION?" {B} wanted to know. {A} {did_alone}. "ANSWER," {A.he} said at last.
    {A.name} asked {B.him}: "QUESTION?" "ANSWER."
    """)


def _exchanges() -> tuple[str, ...]:
    """Every way to ask and answer, with every kind of question and an answer of its kind."""
    return tuple(
        way.replace("QUESTION", f"{{{kind}_question}}").replace("ANSWER", f"{{{kind}_answer}}")
        for way in _EXCHANGES
        for kind in QUESTIONS
    )


TALK: Rules = {
    **{f"{kind}_question": ways for kind, ways in QUESTIONS.items()},
    **{f"{kind}_answer": ways for kind, ways in ANSWERS.items()},
    "any_question": tuple(f"{{{kind}_question}}" for kind in QUESTIONS),
    "any_answer": tuple(f"{{{kind}_answer}}" for kind in ANSWERS),
    "exchange": _exchanges(),
    "talk": lines("""
        {exchange}
        {exchange}
        {exchange} {exchange}
        "{any_question}?" asked {A.name}, but {B} said nothing.
        "{statement}," {saida}. "{statement}," {saidb}.
        "{statement}," {saidb}, "and {statement2}."
        "{statement}," {saida}, "but {statement2}."
        "{cry}!" cried {B.name}. "{statement}!"
        "{cry}!" called {A.name}. "{any_question}?"
        "{any_answer}," {saidb}. "{cry}!"
        {A.name} [smiled|sighed|nodded|shook {A.his} head]. "^{statement}," {A.he} said.
        {B.name} looked at the {T}. "^{any_question}?" {B.he} asked.
        {B.name} asked: "{any_question}?"
        "{statement}," thought {A.name}, and {A.he} {did_alone}.
        {B.name} whispered: "^{statement}."
        "{statement}!" cried {B.name}. "{statement}!" cried {A.name}.
        "{cry}," begged {A.name}, "{statement2}!"
        "{any_answer}," {saida}. "And {statement2}. And {statement2}."
        "If you {do_to} the {thing}," {saidb}, "{statement2}."
        {A.name} sang: "^{food} and {foods}, {foods} and {food}, {statement2}!"
        "One," counted {B.name}, "two, three... {any_question}?"
        Nobody said: "{cry}!" Nobody asked: "{any_question}?"
        """),
}

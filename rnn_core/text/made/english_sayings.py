"""What is said in the English tales without being asked, and the words around it."""

from rnn_core.text.made.grammar import Rules, lines

SAYINGS: Rules = {
    "saida": lines("""
        said {A.name}
        {A.he} said
        answered {A.name}
        said {A.name} {how}
        {A.he} whispered
        {A.name} replied
        """),
    "saidb": lines("""
        said {B.name}
        {B.he} said
        answered {B.name}
        said {B.name} {how}
        laughed {B.name}
        {B.he} replied
        """),
    "statement": lines("""
        ^{statement2}
        """),
    "statement2": lines("""
        the {T} is [mine|yours|{colour}|broken|lost|ours|very {thingadj}|not for sale]
        I am {feeling}
        I am not {feeling}, [only|just] {feeling}
        you are too {feeling} to {do_to} a {thing}
        we should {do_to} the {T}
        we must [go|wait|hurry|talk|rest|be quiet|share]
        my {relative} [has|wants|made|lost] a {thingadj} {thing}
        my {relative} lives {aplace}
        there is {afood} {aplace}
        there is no {food} left
        nothing is better than {foodadj} {food}
        it is time for {food}
        it will [rain|snow] {when}
        I know a {place} [where nobody goes|where {foods} grow|with {number} {things}]
        you can {do_to} my {thing} if you give me {afood}
        I will {do_to} it {when}
        I would rather {do_to} the {thing}
        a {thing} is not a {thing}
        {virtue} is worth more than {number} {things}
        I would like {athing}
        the {animals} are {feeling} today
        {foods} are {foodadj} in {month}
        even a {someadj} [king|cat|cook|dog] needs {virtue}
        you cannot {do_to} a {thing} with a {thing}
        my {thing} is older than your {thing}
        I dreamed of {athing}
        tomorrow is {day}
        the {place} is {placeadj} without you
        in {month} we {do_to} the {things}
        I have waited for {number} [days|hours|years|weeks]
        I saw {athing} {aplace}
        this {food} is [too|very|not] {foodadj}
        somebody has [eaten my {food}|stolen the {T}|been here|told you a story]
        """),
    "cry": lines("""
        ^help
        ^look
        ^wait
        ^come [here|in|back|quickly|with me]
        ^good [morning|evening|night|day]
        ^thank you
        ^give me the {T}
        ^stop
        ^my {thing}
        ^what a {thingadj} {thing}
        ^what {foodadj} {food}
        ^go away
        ^never
        ^at last
        ^hurry
        ^sit down
        ^bless you
        ^how {thingadj} it is
        ^poor {relative}
        ^run
        ^listen
        ^catch it
        ^not the {thing}
        ^do not {do_to} the {T}
        """),
}

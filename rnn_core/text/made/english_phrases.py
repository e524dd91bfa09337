"""The phrases and sentences of the English tales. A and B act, T is the thing, P the place and F the food of a tale."""

from rnn_core.text.made.grammar import Rules, lines

PHRASES: Rules = {
    "athing": lines("""
        the {T}
        a {thing}
        a {thingadj} {thing}
        the {thingadj} {thing}
        {number} {things}
        {number} {thingadj} {things}
        a {thing} [and|or] a {thing}
        a basket of {foods}
        something {colour}
        a {thing} made of [wood|glass|paper|stone|gold|straw|iron|wool]
        {afood}
        """),
    "afood": lines("""
        [some|the|a little|a lot of] {food}
        {foodadj} {food}
        {number} {foods}
        a [bowl|plate|pot|spoon] of {foodadj} {food}
        a [cup|glass|bottle|jug] of {drink}
        {food} with {foods}
        {foods} and {foods}
        """),
    "aplace": lines("""
        [in|near|behind|beyond|outside] the {place}
        [in|near|behind|beside] the {placeadj} {place}
        [under|behind|beside] the {tree}
        [on|under|beside] the [table|roof|bench|stairs|bed|stove|wall|fence]
        near the {P}
        at the [edge|end] of the {place}
        between the {place} and the {place}
        by the [fire|window|door|gate]
        """),
    "toplace": lines("""
        to the {place}
        to the {P}
        to the {placeadj} {place}
        [through|across|around|past|towards] the {place}
        [through|across|past] the {placeadj} {place}
        [up|down] the {placeadj} [hill|road|stairs|mountain|street|path]
        from the {place} to the {place}
        home
        [over|along] the {place} and [down|up] to the {place}
        """),
    "when": lines("""
        one {day}
        one [morning|evening|night|day|afternoon]
        one [cold|warm|grey|bright|windy|dark|clear] [morning|evening|night|day|afternoon]
        the next [morning|day|evening]
        [before|after|at|until] {daytime}
        in [{season}|{month}]
        after {number} [days|hours|years|weeks]
        [on|every] {day}
        that [night|day|evening|very morning]
        [soon|later|then|at last|meanwhile|in the end|once again]
        when the {sound} [was heard|fell silent|woke everybody]
        """),
    "why": lines("""
        because {A.he} {A:was/were} {feeling}
        because the {T} was {thingadj}
        because nobody [knew|cared|answered|was looking|had asked|would help]
        because it was {daytime}
        so that nobody would [know|see|hear|ask|worry]
        for {B.name} {B:was/were} {feeling}
        although {A.he} {A:was/were} {feeling}
        although it was [late|cold|far|dark|early|not allowed]
        as if nothing had happened
        and {B.name} [followed|laughed|waited|watched|said nothing|came too]
        but [nobody|no one] [saw|heard|believed|thanked] {A.him}
        """),
    "filler": lines("""
        {sky}
        {A} {did_alone}.
        {A} {did_alone} {how}.
        {A} {went} {toplace}.
        {A} {went} {toplace} {why}.
        {A} {did_to} {athing} {aplace}.
        {A} {did_to} {athing} {why}.
        {when} {A} {did_to} {athing}.
        {when} {A} {went} {toplace} and {did_alone}.
        {A} {ate} {afood} {aplace}.
        {A} {ate} {afood}, {did_alone} and {went} {toplace}.
        {B.name} {did_alone}, and {A} {did_alone} too.
        {A} {A:was/were} {feeling}.
        {A} {A:was/were} {feeling}, {why}.
        {A} {A:was/were} so {feeling} that {A.he} {did_to} {athing}.
        {A} {A:was/were} neither {feeling} nor {feeling}.
        {A} looked at {A.his} {part} and {did_alone}.
        {A} had never seen such a {thingadj} {thing}.
        {A} had never been so {feeling}.
        {A} {did_to} the {T}, but {A.he} did not {do_to} the {thing}.
        {A} tried to {do_to} the {T}, and then to {do_to} the {thing}.
        {A} could [see|hear|smell] {athing} {aplace}.
        {A} heard [a|the] {noise} {aplace}.
        {A.name} and {B.name} {went} {toplace} together.
        {A} {went} [before|behind|beside] {B.name}, {why}.
        While {B.name} slept, {A.name} {did_to} {athing}.
        If {A} had known, {A.he} would not have [come|laughed|waited|listened|gone {toplace}].
        No one knew [where|why|how] {A} had [gone|learned to sing|found the {T}|lost the {T}|slept].
        There {wasthere}.
        {wasthere2}
        {A} waited {when}, but nobody came.
        """),
    "wasthere": lines("""
        was {athing} {aplace}
        was nothing {aplace} but {athing}
        were {number} {things} {aplace}
        were {foods} {aplace}, and {foods} too
        was no {thing} {aplace}, only a {thingadj} {thing}
        """),
    "wasthere2": lines("""
        The {T} lay {aplace}.
        The {T} was still {aplace}.
        Nobody had [seen|touched|missed|cleaned] the {T} for {number} years.
        The {place} was {placeadj}, and the {place} was even more so.
        {number} {things} lay {aplace}, and one of them was {colour}.
        ^{foods} grow best {aplace}, as everybody knows.
        """),
    "talk": lines("""
        "{question}?" asked {B.name}. "{answer}," {saida}.
        "{question}?" asked {A.name}. "{answer}," {saidb}.
        "{question}?" asked {A.name}, but {B} said nothing.
        "{statement}," {saida}. "{statement}," {saidb}.
        "{statement}," {saidb}, "and {statement2}."
        "{statement}," {saida}, "but {statement2}."
        "{cry}!" cried {B.name}. "{statement}!"
        "{cry}!" called {A.name}. "{question}?"
        "{answer}," {saidb}. "{cry}!"
        {A.name} [smiled|sighed|nodded|shook {A.his} head]. "^{statement}," {A.he} said.
        {B.name} looked at the {T}. "^{question}?" {B.he} asked.
        "{question}?" - "{answer}." - "^{question}?" - "^{answer}."
        {B.name} asked: "{question}?"
        "{statement}," thought {A.name}, and {A.he} {did_alone}.
        {B.name} whispered: "^{statement}."
        """),
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
    "question": lines("""
        ^where is [the {T}|my {thing}|your {relative}|the {place}]
        ^what [is that|do you want|shall we do|do you see|is in the {thing}|have you got there]
        ^who [are you|took the {T}|is there|lives {aplace}|told you that|will {do_to} the {T}]
        ^why [are you so {feeling}|do you {do_to} {things}|not|did you come|is the {T} {colour}]
        ^have you [seen the {T}|eaten|been to the {place}|any {food}|a {thing} for me|heard the {sound}]
        ^do you [like {food}|know the way to the {place}|believe in {virtue}|see the {place}|need {athing}]
        ^may I [come in|have some {food}|{do_to} your {thing}|sit {aplace}|ask you something|stay until {daytime}]
        ^will you [help me|come with me {toplace}|{do_to} the {T}|give me {number} {foods}|be my friend]
        ^are you [{feeling}|not {feeling}|coming|the {T}'s owner|my {relative}|from the {place}]
        ^how [much is the {T}|far is the {place}|old are you|did you {do_to} it|many {things} are there|was the {food}]
        ^can you [{do_to} it|keep a secret|hear the {sound}|swim|cook {food}|wait until {daytime}]
        """),
    "answer": lines("""
        ^yes
        ^no
        ^yes, [of course|if you like|but only until {daytime}|and {number} {things} too|with {food}]
        ^no, [not today|never|thank you|I am {feeling}|I only want {afood}|it is too late]
        ^I do not [know|remember|think so|like {food}|have a {thing}|care]
        ^I [lost|found|saw|left|sold|forgot] it {aplace}
        ^it is {aplace}
        ^ask my {relative}
        ^only if you {do_to} the {thing} first
        ^nobody knows
        ^perhaps [tomorrow|on {day}|in {month}|not|later]
        ^because [I am {feeling}|it is {day}|my {relative} said so|the {sound} woke me|{virtue} is better than {virtue}]
        ^{afood}, [please|and nothing else|if there is any]
        ^I have [{number} {things}|no {thing}|only {afood}|never seen one|been here since {daytime}]
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
        ^do not {do_to} the {T}
        """),
}

"""How an English tale goes: titles, beginnings, turns, ends, and the plans that put them in a row."""

from rnn_core.text.made.grammar import Rules, lines

TURNS: Rules = {
    "title": lines("""
        ^{A.title} and the {T.title}
        ^{A.title} and {B.title}
        The ^{thingadj} {T.title}
        How {A.title} Lost the {T.title}
        How {A.title} Found the {T.title}
        The {T.title} in the {P.title}
        ^{A.title} at the {P.title}
        A {T.title} for {B.title}
        ^{A.title} Who [Laughed|Waited|Slept|Sang|Listened]
        ^{food} and ^{virtue}
        ^{day} at the {P.title}
        Why {A.title} Came Home
        The Way to the {P.title}
        ^{virtue} and ^{vice}
        ^{number} ^{things}
        ^{season} in the {P.title}
        The ^{thingadj} ^{thing} and the ^{thingadj} ^{thing}
        A ^{day} without ^{food}
        Who ^{did_to} the {T.title}?
        {A.title}, {B.title} and the {T.title}
        """),
    "meet": lines("""
        Once upon a time there {A:was/were} {A.first} who lived {aplace}.
        There once {A:was/were} {A.first} who owned {athing}.
        {A.first} lived {aplace} and had nothing but {athing}.
        {when} {A.first} {went} {toplace}.
        {when} {A.first} {did_to} {athing} {aplace}.
        Long ago, {aplace}, there lived {A.first}.
        In a {placeadj} {inside} there lived {A.first} who loved {afood}.
        {A.first} came {toplace} {when}.
        Everybody in the {P} knew {A.first} who was always {feeling}.
        """),
    "meet_b": lines("""
        {aplace} {A} met {B.first}.
        Not far away lived {B.first}.
        Then came {B.first}, {went2} {how}.
        {B.first} sat {aplace} and {did_alone}.
        {when} {A} met {B.first} with a {thing}.
        But who sat there {aplace}? It was {B.first}.
        {when} {B.first} came by and {did_to} {athing}.
        Next door lived {B.first}, who {did_alone} all day.
        There {B:was/were} also {B.first}, and nobody knew why.
        {A} knocked, and {B.first} opened the door.
        {A.his} only friend {B:was/were} {B.first}.
        """),
    "went2": lines("""
        walking
        singing
        limping
        running
        carrying {athing}
        looking for {athing}
        eating {afood}
        """),
    "want": lines("""
        {A} wanted to {do_to} the {T}.
        {A} wanted nothing more than {athing}.
        {A} dreamed of {athing} every night.
        {A} had lost the {T} {aplace}.
        {A} could not find the {T}.
        {A} had to carry the {T} {toplace} before {daytime}.
        The {T} was {thingadj}, and {A} wished to {do_to} it.
        Nobody would {do_to} the {T}, so {A} had to.
        {A} needed {athing} {why}.
        {A} had promised to bring {B.name} {athing}.
        There was only one thing that {A} wished for: {athing}.
        {when} {A} made up {A.his} mind to {do_to} the {T}.
        {A} had read in a book that {foods} bring {virtue}, and {A.he} wanted to see for {A.him} alone.
        """),
    "trouble": lines("""
        But the {T} was gone.
        But the {T} fell into the [river|well|lake|soup|fire|snow|pond].
        But the {placeadj} {place} was full of [snow|water|wolves|thorns|smoke|strangers].
        But {B.name} had already {done} it.
        Then the {T} broke in {number} pieces.
        Then it began to [rain|snow|grow dark|thunder], and {A} {A:was/were} {feeling}.
        {when} the door was locked, and the key was {aplace}.
        {A} slipped and lost {athing}.
        {A} lost the way {aplace}.
        Both of them wanted the {T}.
        But nobody had told {A.him} about the {thing}.
        {A} asked for {athing}, and got {athing}.
        {B.name} laughed so much that the {T} fell down.
        The key did not fit, the {thing} was too {thingadj}, and the {sound} came nearer.
        {when} {B.name} {did_to} the {T} in secret.
        There was only one {thing}, and both {A.name} and {B.name} wanted it.
        The {food} was {foodadj}, and no one would eat it.
        """),
    "done": lines("""
        sold
        hidden
        eaten
        broken
        taken
        painted
        found
        forgotten
        given away
        """),
    "turn": lines("""
        So {A} {did_to} {athing} and {went} {toplace}.
        So {B} {did_to} the {T} and gave it to {A.him}.
        Then {B.name} had an idea.
        Then {A} remembered the {thing}.
        In the end {A} {did_to} the {T} {aplace}.
        {A} looked {aplace}, and there was the {T}.
        {A.name} and {B.name} [shared|divided|cooked|ate] {afood} {aplace}.
        {A} gave {B.name} {athing}, and {B} gave {A.him} the {T}.
        For {number} days {A} looked for the {T}; on the last day {A.he} found it {aplace}.
        {A} asked the [wind|river|owl|moon|clock], but [it|nobody] [answered|said nothing|showed the way].
        {B.name} held the {thing}, {A.name} held the {thing}, and together they {did_to} the {T}.
        But {A.name} {did_alone}, and that helped.
        A {someadj} [child|stranger|king|old man|old woman] came by and {did_to} the {T} for nothing.
        {A} put the {T} {aplace} and never thought of it again.
        {A} {went} {toplace}, turned around three times and {did_to} {athing}.
        At last {A.name} laughed, and then {B.name} laughed too.
        """),
    "end": lines("""
        From that day on, {A.name} and {B.name} were friends.
        And so {A} {went} {toplace}, and nobody ever saw the {T} again.
        And if the {T} has not been lost, it is still {aplace}.
        After that {A} never {did_to} a {thing} again.
        That is why {A.name} {A:has/have} {number} {things} today.
        They ate {afood} and went to bed.
        Then {A} went home and slept until {daytime}.
        The {T} still hangs {aplace}.
        And {A.name} {A:was/were} never {feeling} again.
        Since then nobody in the {P} speaks of {athing}.
        Both of them were {feeling}, and neither was {feeling}.
        What became of the {thing}, nobody knows.
        To this day the {animals} {aplace} tell this story.
        And {when} they {did_to} {athing} together.
        They never spoke of the {T} again, but they often spoke of {afood}.
        And that was the end of the {T}, but not of {A.name}.
        """),
    "moral": lines("""
        Who {does} the {thing} must also {do_to} the {thing}.
        ^{vice} makes a {thingadj} {thing} heavy.
        ^{virtue} is better than {afood}.
        ^{virtue} [opens|finds|needs|mends] what {vice} [closes|loses|breaks|hides].
        Where there is {vice}, there is no {virtue}.
        A friend with {afood} is a friend with {virtue}.
        Do not {do_to} a {thing} before {daytime}.
        A little {virtue} is worth {number} {things}.
        He who laughs at a {thing} has never lost one.
        Between {vice} and {virtue} there is often only {afood}.
        Many {things} do not make one {thing}.
        Better {afood} with {virtue} than {afood} with {vice}.
        Those who wait for {athing} should not be {feeling}.
        """),
    "does": lines("""
        finds
        takes
        sells
        breaks
        loves
        borrows
        counts
        """),
    "more": lines("""
        ^{filler}
        ^{filler} ^{filler}
        ^{filler} ^{filler}
        ^{talk}
        ^{filler} ^{talk}
        ^{filler} ^{talk} ^{filler}
        """),
}

PLANS = lines("""
    ^{meet}[| ^{filler}] ^{want}~^{meet_b} ^{talk}[| ^{talk}]~^{trouble} {more}~^{turn}[| ^{filler}] ^{end}[| ^{moral}]
    ^{sky} ^{meet}[| ^{filler}]~^{meet_b}[| ^{filler}] ^{talk}~[^{filler} |]^{trouble} ^{turn}~^{talk} ^{end}
    ^{meet} {more}~^{want} ^{meet_b} {more}~^{trouble} {more}~^{turn} {more}~^{end}
    ^{meet} ^{meet_b}~^{talk}~^{talk}~[^{talk}~|]^{turn} ^{end}[| ^{moral}]
    ^{meet} ^{filler} ^{filler} ^{meet_b} ^{talk} ^{end}
    ^{meet} ^{want}~^{meet_b} ^{talk}~^{turn} ^{moral}
    ^{meet} {more} ^{filler}~{more}~^{want} {more}~{more}~^{turn} {more}~^{end}
    ^{talk}~^{talk}~^{filler}~^{talk}~^{end}
    ^{sky} ^{sky} ^{meet} ^{filler} ^{filler}~^{filler} ^{filler} ^{trouble}~^{filler} ^{turn} ^{end}
    """)

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
        the {T} and {number} {foods}
        a {thing} as {thingadj} as a {thing}
        a {thing} full of {foods}
        the {thing} that {B.name} had {done}
        a neighbour's {thing}
        a very {thingadj} {thing}
        a {thingadj}, {thingadj} {thing}
        everything but the {thing}
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
        [near|behind|beyond|outside] the {place}
        in the {inside}
        [near|behind|beside] the {placeadj} {place}
        in the {placeadj} {inside}
        [under|behind|beside] the {tree}
        [on|under|beside] the [table|roof|bench|stairs|bed|stove|wall|fence]
        near the {P}
        at the [edge|end] of the {place}
        between the {place} and the {place}
        by the [fire|window|door|gate]
        at the {relative}'s house
        in the middle of the {place}
        [half way|not far|two miles|a day's walk] from the {place}
        [in|outside] a {placeadj} {inside}
        where the {place} [begins|ends]
        high above the {place}
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
        back to the {place}
        as far as the {placeadj} {place}
        out of the {place}
        into the {placeadj} {place}
        all the way to the {place}
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
        since the {sound} had stopped
        though {B.name} had warned {A.him}
        for {virtue} is better than {virtue}
        while the {sound} [went on|grew louder|was far away]
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
        And what did {A} find {aplace}? ^{athing}.
        Who would have thought that {A} {A:was/were} {feeling}?
        First {A} {did_to} {athing}, then {athing}, and last of all {athing}.
        {A} counted the {things}: one, two, three. One was missing.
        {A} {did_to} it once, {A} {did_to} it twice, and {A} {did_alone}.
        The more {A} [looked|asked|ate|waited|ran], the more {feeling} {A.he} became.
        {A} {A:was/were} {someadj} and {someadj}, but not {someadj}.
        The {thing} was too [big|small|heavy|old|hot|dear], and the {thing} was too [big|small|light|new|cold|cheap].
        Every [morning|evening|{day}|{season}] {A} {did_to} {athing} and {went} {toplace}.
        {A} did not {do_to} it. {A} {did_alone}, {did_alone} and {did_alone}.
        Instead of a {thing} {A} {did_to} a {thing}.
        {A} thought of {afood}, of {athing} and of {virtue}.
        {A} [loved|feared|admired|missed] {B.name} as one [loves|fears|admires|misses] {afood}.
        Neither {A.name} nor {B.name} had {athing}.
        Without {athing} one cannot {do_to} a {thing}.
        ^{how}, {A} {did_to} {athing}.
        {when}, when the {sound} could no longer be heard, {A} {did_to} {athing}.
        Ding, dong, went the bell, and {A} {did_alone}.
        All the {animals} of the {place} {did_alone}.
        {A} asked the {animals}, and the {animals} asked the {animals}.
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
}

"""What an English review can be about, and how it says what it thinks; `good` and `bad` clauses are made alike."""

from rnn_core.text.made.grammar import Rules, lines, words

FOOD: Rules = {
    "one": words("restaurant café bakery canteen bistro pizzeria diner noodle_bar"),
    "part": words("soup dessert fish bread sauce coffee salad pasta wine steak curry cake tea breakfast rice stew"),
    "parts": words("noodles vegetables dumplings potatoes drinks desserts starters beans cakes pancakes"),
    "good": words("delicious tasty fresh excellent wonderful perfect lovely superb tempting good great fine"),
    "bad": words("bland stale awful terrible salty greasy burnt overpriced tasteless dreadful horrible bad poor"),
    "fact": lines("""
        we [sat|ate|stayed] [outside in the garden|upstairs|near the window|at the bar] on {day}
        I [ordered|had|took] the {part} [and the {part}|at noon|with a friend|for lunch]
        the menu [changes every {day}|is in three languages|has two pages|lists the {parts}]
        they [open at six|close on {day}s|take cards|moved to the station last year]
        there are [ten|twenty|thirty] tables and a [bar|garden|terrace]
        """),
}
SERVICE: Rules = {
    "one": words("restaurant hotel museum café shop campsite tour hostel bar airline"),
    "part": words("service staff waiter guide manager reception help_desk chef owner team driver"),
    "parts": words("waiters guides drivers people_at_the_door assistants cooks owners neighbours"),
    "good": words("friendly helpful polite excellent attentive wonderful charming patient great kind good quick"),
    "bad": words("rude slow unfriendly impolite awful careless terrible useless lazy impatient bad annoying"),
    "fact": lines("""
        we [came|went there|arrived|paid] on {day}[| with the children| at noon| before six]
        the {part} [speaks three languages|starts at nine|wears a blue coat|sits near the door]
        there were [four|six|twenty] of us
        the tickets [cost nine euros|are sold online|are valid for a day]
        I asked for [a map|the bill|another table|a receipt]
        """),
}
FILM: Rules = {
    "one": words("film movie series documentary comedy thriller sequel cartoon"),
    "part": words("""plot story ending acting music camera cast script hero dialogue beginning humour villain sound
        finale"""),
    "parts": words("actors characters jokes dialogues pictures songs effects costumes scenes twists"),
    "good": words("""gripping moving funny brilliant clever beautiful excellent touching wonderful original superb
        convincing charming thrilling good"""),
    "bad": words("""boring dull predictable silly weak awful terrible confusing tedious shallow dreadful clumsy
        lifeless annoying bad"""),
    "fact": lines("""
        it [lasts two hours|runs for ninety minutes|was shot in {season}|is set in a small town]
        we [saw|watched] it [on {day}|at home|in the old cinema|with the children]
        the story [begins|ends] [in a station|on a ship|with a letter|in the desert]
        the {part} is by [two brothers|a newcomer|somebody from the theatre]
        it is the [second|third|first] part of the series
        """),
}
GADGET: Rules = {
    "one": words("phone camera headset laptop kettle speaker watch printer keyboard tablet lamp vacuum_cleaner"),
    "part": words("""battery screen sound design manual case app display cable charger software lens motor packaging
        support"""),
    "parts": words("buttons speakers keys settings pictures cables controls updates colours instructions"),
    "good": words("reliable excellent perfect superb useful brilliant handy great solid impressive elegant good"),
    "bad": words("useless faulty awful cheap unreliable terrible disappointing flimsy poor annoying weak bad"),
    "fact": lines("""
        the box contains [a cable|two cables|a manual] and [a charger|a bag|a card]
        it weighs [two hundred grams|half a kilo|as much as the old one]
        I [use|charge|carry] it [every {day}|at work|in the kitchen|on the train]
        it comes in [black and white|three colours|two sizes]
        it [arrived|was delivered] on {day} [by post|in a brown box|with the bill]
        """),
}
TRIP: Rules = {
    "one": words("hotel hostel tour cruise campsite museum flight guesthouse resort ferry"),
    "part": words("room view bed pool beach bathroom location weather bus garden lobby train balcony lift terrace"),
    "parts": words("rooms beds towels views showers seats walks excursions windows pillows"),
    "good": words("clean comfortable beautiful excellent lovely wonderful superb pleasant great nice good perfect"),
    "bad": words("dirty noisy uncomfortable awful damp shabby terrible smelly dreadful disappointing bad horrible"),
    "fact": lines("""
        we [stayed|were there] for [two|three|five|ten] nights [in {season}|with the family|last year]
        the {one} is [near the station|ten minutes from the sea|behind the market|on a hill]
        breakfast is [from seven to ten|in the lobby|served upstairs]
        the bus [leaves every hour|stops outside|takes twenty minutes]
        there are [forty rooms|two pools|three floors] and [a lift|a bar|a car park]
        """),
}
DOMAINS = (FOOD, SERVICE, FILM, GADGET, TRIP)

COMMON: Rules = {
    "day": words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "season": words("spring summer autumn winter May June September"),
    "very": words("very really truly so quite extremely rather absolutely surprisingly simply"),
    "is_good": lines("""
        the {part} was {good}
        the {part} was {very} {good}
        the {parts} were {good}
        the {parts} were {very} {good}
        the {part} was {good} and the {parts} were {good}
        I [loved|liked|enjoyed|can recommend] the {part}
        I [loved|liked|enjoyed|can recommend] [this|the] {one}
        [it was|this is] a {good} {one}
        what a {good} {one}
        [everything about it|every bit of it] was {good}
        """),
    "is_bad": lines("""
        the {part} was {bad}
        the {part} was {very} {bad}
        the {parts} were {bad}
        the {parts} were {very} {bad}
        the {part} was {bad} and the {parts} were {bad}
        I [hated|disliked|regret|must complain about] the {part}
        I [hated|disliked|regret|cannot stand] [this|the] {one}
        [it was|this is] a {bad} {one}
        what a {bad} {one}
        [everything about it|every bit of it] was {bad}
        """),
    "not_bad": lines("""
        the {part} was not {bad}[| at all]
        the {parts} were [not|never] {bad}[| at all]
        the {part} was anything but {bad}
        I cannot say [that I disliked the {part}|that the {part} was {bad}|I regret it]
        nobody could call the {part} {bad}
        there was nothing {bad} about the {part}
        I have never had a [better|more {good}] {one}
        it is [hard|impossible] to find a better {one}
        I did not find [it|the {one}|the {part}] {bad}[| at all]
        not a single {bad} moment
        """),
    "not_good": lines("""
        the {part} was not {good}[| at all]
        the {parts} were [not|never] {good}[| at all]
        the {part} was anything but {good}
        I cannot say [that I liked the {part}|that the {part} was {good}|I enjoyed it]
        nobody could call the {part} {good}
        there was nothing {good} about the {part}
        I have never had a [worse|less {good}] {one}
        it is [hard|impossible] to find a worse {one}
        I did not find [it|the {one}|the {part}] {good}[| at all]
        not a single {good} moment
        """),
    "liked": lines("""
        {is_good}
        {is_good}
        {not_bad}
        """),
    "disliked": lines("""
        {is_bad}
        {is_bad}
        {not_good}
        """),
    "after": lines("""
        my [friends|parents|children] agreed
        I think of it often
        that is what I told my [sister|friend|neighbour]
        and I know this kind of {one}
        as I said before
        that is all
        """),
}

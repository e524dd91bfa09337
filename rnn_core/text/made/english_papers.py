"""What else is written down in the English tales: letters, diaries, recipes and riddles."""

from rnn_core.text.made.grammar import Rules, lines

PAPERS: Rules = {
    "greeting": lines("""
        I am writing to you from the {placeadj} {place}.
        Thank you for the {thing} and the {food}.
        How are you, and how is your {relative}?
        It has been {number} [days|weeks|years] since I saw you {aplace}.
        Here it is {season}, and I am {feeling}.
        Your {thing} arrived {when}.
        I hope that you are not {feeling}.
        """),
    "news": lines("""
        {when} I {did_to} {athing} {aplace}.
        I {went} {toplace} and {did_to} {athing}.
        My {relative} {did_to} the {T} {aplace}.
        We {ate} {afood} {aplace}.
        I have {number} {things} now, and one of them is {colour}.
        Do you still have the {T}?
        {any_question}?
        Please bring {athing} and {afood}.
        {sky}
        I am {feeling}, but {statement2}.
        Nobody here can {do_to} a {thing}.
        Do you remember the {placeadj} {place}?
        Please do not tell my {relative}.
        """),
    "farewell": lines("""
        Your friend {A.name}
        With love, {A.name}
        Your {feeling} {A.name}
        Write soon! {A.name}
        Until {day}, {A.name}
        """),
    "diary": lines("""
        ^{day}. ^{news} ^{news}
        ^{day}. ^{sky} ^{news}
        ^{day}. Nothing happened, only my {relative} {did_alone}.
        ^{day}. ^{feeling} again. ^{news}
        ^{day}. No {food}. ^{news} ^{sky}
        """),
    "step": lines("""
        Take {number} {foods} and [wash|peel|cut|count|boil|roast] them {how}.
        Add [a spoon of|a cup of|some|no] [salt|sugar|pepper|{drink}|butter|oil|{food}].
        Wait until {daytime}, or until the {sound} can be heard.
        Stir {how} with a {thing}.
        Put it {aplace} and do not {do_to} it.
        Taste it: it should be {foodadj} and {foodadj}.
        Serve it with {foods} and {drink}.
        If there are no {foods}, take {foods}.
        Do not forget the {food}.
        Somebody always says: "^{statement}." Do not listen.
        """),
    "riddle": lines("""
        What is {colour} in {season} and {colour} in {season}? A {thing}.
        What has {number} {things} and cannot {do_to} a {thing}? My {relative}.
        I am {thingadj} and {thingadj}, and every {relative} {does} me. What am I? A {thing}.
        Who {went} {toplace} without [feet|a head|a word|a hat|eyes]? The {sound}.
        What did the {thing} say to the {thing}? "^{statement}."
        """),
}
PAPER_PLANS = lines("""
    Dear {B.name},~^{greeting} ^{news}[| ^{news}]~^{news} ^{news}[| ^{news}][| ^{news}]~{farewell}
    Dear {B.name},~^{greeting} ^{news}[| ^{news}]~[Here is a story. ^{sky} |]^{news} ^{news}~{farewell}
    My {B.name},~^{greeting} ^{greeting}[| ^{news}][| ^{news}]~{farewell}
    From the diary of {A.title}~{diary}~{diary}[|~{diary}][|~{diary}]
    How to make {food}~{step} {step} {step}[| {step}][| {step}]
    How to make {food} with {foods}~{step} {step} {step}[| {step}] {step}
    ^{number} riddles~{riddle}~{riddle}[|~{riddle}]
    """)

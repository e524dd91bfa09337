"""The words of the English tales, by what they can stand for; the more frequent first."""

from rnn_core.text.made.grammar import Rules, lines, words

ANIMALS = words("""fox hare bear mouse owl cat wolf goose frog hedgehog badger otter crow goat donkey sparrow squirrel
    heron beaver mole rabbit duck raven lamb horse tortoise stork swan robin ferret weasel pig rooster hen cow deer
    snail toad magpie lizard pony ram finch turtle""")
TRADES = words("""miller baker fisherman shepherd tailor gardener cook teacher sailor farmer clockmaker potter weaver
    carpenter painter postman librarian blacksmith doctor ferryman beekeeper innkeeper bookseller shoemaker captain
    musician hunter merchant builder cheesemaker lamplighter mapmaker""")
HE_NAMES = words("""Tom Peter Jack Oliver Martin Hugo Felix Simon Leo Albert Max Oscar Victor Jonas Henry Ralph Emil
    Arthur Theo Walter Nils Ivan Paul Bruno""")
SHE_NAMES = words("""Anna Mary Lucy Clara Rosa Emma Nora Alice Helen Ida Martha Julia Greta Sophie Ella Vera Irene Mina
    Paula Tilda Laura Edith Olga Wanda""")
GROUPS = words("""sisters brothers cousins children friends neighbours mice geese sparrows frogs twins travellers kittens
    ducklings soldiers students""")

WORDS: Rules = {
    "someadj": words("""old young little clever tired proud hungry lazy poor brave quiet lonely careful cheerful greedy
        shy honest stubborn curious gentle busy foolish patient grumpy kind sleepy thoughtful restless"""),
    "thing": words(
        """key lantern basket hat ring bell book coat kettle boat rope letter mirror drum spoon clock blanket
        candle umbrella ladder bottle map knife box needle wheel flute button stool bucket whistle chair painting
        feather coin hammer violin scarf shoe jug broom cart purse pocket_watch wooden_horse compass teapot kite""",
    ),
    "things": words("""keys lanterns baskets hats rings bells books coats boats ropes letters mirrors spoons blankets
        candles ladders bottles maps boxes needles wheels buttons buckets chairs feathers coins shoes jugs stones
        shells nails stamps plates ribbons pencils"""),
    "thingadj": words("""old small red heavy little broken golden wooden blue silver beautiful useless round strange
        green new long dusty simple precious yellow rusty tiny enormous empty warm crooked white painted light black
        fine borrowed forgotten"""),
    "food": words("""soup bread cheese honey apple_pie cake porridge fish rice butter jam pancakes mushroom_stew
        pumpkin_soup plum_tart noodles salad bean_stew potatoes onion_soup roast_chicken cherry_pie dumplings
        chocolate barley_broth milk gingerbread"""),
    "foods": words("""apples nuts pears berries eggs plums carrots cherries onions cabbages mushrooms beans figs
        pancakes potatoes turnips raisins walnuts peaches biscuits lemons grapes"""),
    "foodadj": words("""hot fresh sweet warm sour salty cold thick plain rich burnt spicy simple soft crisp golden
        delicious steaming"""),
    "drink": words("tea milk water cider coffee lemonade cocoa apple_juice mint_tea red_wine"),
    "place": words("""village river forest market mill bridge garden house inn harbour field hill barn kitchen tower
        school well lake orchard church mountain workshop castle square station island valley cave meadow road
        library city farm pond lighthouse shop cottage beach crossroads vineyard"""),
    "placeadj": words("""old little quiet dark far green empty narrow great sunny cold high wide muddy lonely busy
        famous steep silent snowy forgotten crooked"""),
    "tree": words("oak apple_tree willow pine birch elm pear_tree chestnut walnut_tree cherry_tree maple lime_tree"),
    "colour": words("red blue green yellow white black brown grey golden silver pink orange purple"),
    "number": words("two three four five six seven eight nine ten twelve twenty a_hundred"),
    "month": words("""January February March April May June July August September October November December"""),
    "day": words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "season": words("spring summer autumn winter"),
    "how": words("""slowly quickly quietly carefully happily softly suddenly sadly bravely gladly politely gently
        proudly at_once with_a_smile without_a_word in_silence with_great_care as_fast_as_possible in_a_hurry
        very_slowly with_a_sigh again_and_again for_a_long_time for_a_while patiently"""),
    "feeling": words("""happy sad tired afraid proud angry hungry glad cold worried surprised ashamed lonely calm
        cheerful sleepy thirsty curious grateful jealous lost"""),
    "went": words("""walked ran went wandered hurried climbed rode came travelled marched crept limped strolled set_out
        returned danced stumbled"""),
    "did_alone": words("""laughed waited slept sang listened smiled sighed trembled shouted sat_down wept stood_still
        thought_about_it nodded turned_around looked_up said_nothing fell_asleep yawned whistled sneezed"""),
    "did_to": words("""found took carried hid bought dropped saw kept sold cleaned painted lost picked_up wanted
        opened held mended loved forgot brought stole noticed borrowed polished threw_away admired counted broke"""),
    "do_to": words("""find take carry hide buy drop see keep sell clean paint lose pick_up have open hold mend forget
        bring notice borrow polish throw_away count break"""),
    "ate": words("ate cooked tasted shared finished served smelled baked wanted enjoyed spilled"),
    "virtue": words("""patience kindness courage honesty wisdom friendship hope luck work rest silence trust truth
        laughter time help love"""),
    "vice": words("pride greed anger haste envy fear laziness worry noise lies vanity"),
    "relative": words("mother father sister brother uncle aunt grandmother grandfather cousin neighbour teacher"),
    "part": words("tail nose ears feet eyes head hands back face shoulders"),
    "sound": words("bell owl wind rain clock river thunder dog cock fire"),
    "noise": words("singing ringing knocking calling humming crying rattling laughing whispering"),
    "sky": lines("""
        The sun [was shining|rose|set|went down|came out] {behindplace}.
        It [was raining|rained|snowed|was snowing] [all day|all night|until {daytime}|for {number} days|{how}].
        The wind [blew|came|howled|turned] [from the {compass}|over the {place}|around the {tree}|{how}].
        There was [fog|snow|frost|mist|dew|ice|sunlight|moonlight|dust] on the {place}.
        The [clouds|stars|leaves|shadows|waves|swallows|bees] [were|seemed] [{colour}|quiet|very near|far away|slow].
        A [cold|warm|soft|strong|strange|gentle] [wind|rain|fog|storm|snow|light] came [over|from|down to] the {place}.
        The moon [hung|stood|rose|shone] [over|behind|above] the {place}, [round|white|thin|pale|bright] as a [plate|coin|bone|lamp|cheese].
        The [day|night|morning|evening|air|afternoon] was [cold|warm|long|dark|clear|still|hot|grey|windy|mild].
        ^{season} had come, and the {tree} was full of [birds|leaves|snow|apples|blossom|wind].
        Somewhere {aplace} [a dog barked|an owl called|a bell rang|a door closed|water dripped|somebody sang].
        """),
    "compass": words("north south east west sea hills"),
    "daytime": words("morning noon evening midnight dawn supper sunset breakfast"),
    "behindplace": lines("""
        [behind|over|above|beyond] the {place}
        [behind|over|above|beyond] the {placeadj} {place}
        {how}
        [late|early]
        """),
}

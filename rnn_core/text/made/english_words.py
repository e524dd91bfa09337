"""The words of the English tales, by what they can stand for; the more frequent first."""

from rnn_core.text.made.grammar import Rules, lines, words

ANIMALS = words("""fox hare bear mouse owl cat wolf goose frog hedgehog badger otter crow goat donkey sparrow
        squirrel heron beaver mole rabbit duck raven lamb horse tortoise stork swan robin ferret weasel pig
        rooster hen cow deer snail toad magpie lizard pony ram finch turtle parrot bat seal peacock eagle sheep
        camel monkey elephant penguin whale moth beetle spider cricket kingfisher pigeon mule puppy kitten lion""")
TRADES = words("""miller baker fisherman shepherd tailor gardener cook teacher sailor farmer clockmaker potter
        weaver carpenter painter postman librarian blacksmith doctor ferryman beekeeper innkeeper bookseller
        shoemaker captain musician hunter merchant builder cheesemaker lamplighter mapmaker juggler cobbler
        barber chimney_sweep glassblower soldier poet judge pilot nurse florist mason fiddler goldsmith
        bookbinder watchman""")
HE_NAMES = words("""Tom Peter Jack Oliver Martin Hugo Felix Simon Leo Albert Max Oscar Victor Jonas Henry Ralph
        Emil Arthur Theo Walter Nils Ivan Paul Bruno""")
SHE_NAMES = words("""Anna Mary Lucy Clara Rosa Emma Nora Alice Helen Ida Martha Julia Greta Sophie Ella Vera
        Irene Mina Paula Tilda Laura Edith Olga Wanda""")
GROUPS = words("""sisters brothers cousins children friends neighbours mice geese sparrows frogs twins travellers
        kittens ducklings soldiers students pilgrims dancers crows goats penguins monkeys bakers fishermen""")

WORDS: Rules = {
    "trade": TRADES,
    "someadj": words("""old young little clever tired proud hungry lazy poor brave quiet lonely careful cheerful
        greedy shy honest stubborn curious gentle busy foolish patient grumpy kind sleepy thoughtful restless
        nervous fat thin polite forgetful generous vain noisy wise clumsy dreamy handsome strange famous nameless
        barefoot"""),
    "thing": words(
        """key lantern basket hat ring bell book coat kettle boat rope letter mirror drum spoon clock
        blanket candle umbrella ladder bottle map knife box needle wheel flute button stool bucket whistle chair
        painting feather coin hammer violin scarf shoe jug broom cart purse pocket_watch wooden_horse compass
        teapot kite saddle telescope pillow trumpet sledge lamp frying_pan curtain necklace rake hourglass
        mousetrap whip doll ladle sewing_machine suitcase barrel tent horn anchor wheelbarrow rocking_chair
        snow_globe stamp cradle thimble flag scarecrow saw walking_stick glove""",
    ),
    "things": words("""keys
        lanterns baskets hats rings bells books coats boats ropes letters mirrors spoons blankets candles ladders
        bottles maps boxes needles wheels buttons buckets chairs feathers coins shoes jugs stones shells nails
        stamps plates ribbons pencils marbles cups sacks gloves bricks postcards hooks bells pearls leaves sticks
        dolls barrels cushions bones planks pins wings shadows"""),
    "thingadj": words("""old small red heavy little broken golden wooden blue silver beautiful useless round
        strange green new long dusty simple precious yellow rusty tiny enormous empty warm crooked white painted
        light black fine borrowed forgotten polished torn patched silent magic wet frozen narrow shiny ugly noisy
        ordinary cracked velvet pink ancient square"""),
    "food": words("""soup bread cheese honey apple_pie cake porridge fish rice butter jam pancakes mushroom_stew
        pumpkin_soup plum_tart noodles salad bean_stew potatoes onion_soup roast_chicken cherry_pie dumplings
        chocolate barley_broth milk gingerbread omelette pickles smoked_herring rye_bread lentils custard mustard
        oatmeal sausage poppy_seed_cake marmalade"""),
    "foods": words("""apples nuts pears berries eggs plums carrots cherries onions cabbages mushrooms beans figs
        pancakes potatoes turnips raisins walnuts peaches biscuits lemons grapes radishes chestnuts strawberries
        leeks melons dates pretzels buns quinces sardines hazelnuts"""),
    "foodadj": words("""hot fresh sweet warm sour salty cold thick plain rich burnt spicy simple soft crisp
        golden delicious steaming"""),
    "drink": words("tea milk water cider coffee lemonade cocoa apple_juice mint_tea red_wine"),
    "place": words("""village river forest market mill bridge garden house inn harbour field hill barn kitchen
        tower school well lake orchard church mountain workshop castle square station island valley cave meadow
        road library city farm pond lighthouse shop cottage beach crossroads vineyard tavern ferry bakery ruin
        desert swamp canal courtyard attic cellar theatre monastery railway_station waterfall glacier stable
        bookshop palace quarry hut jetty museum mountain_pass"""),
    "inside": words("""village forest market mill garden house inn harbour field barn kitchen tower school
        orchard church workshop castle valley cave library city cottage vineyard bakery desert courtyard attic
        theatre palace museum meadow"""),
    "placeadj": words("""old little quiet dark far green empty narrow great sunny cold high wide muddy lonely
        busy famous steep silent snowy forgotten crooked foggy ruined wild deserted crowded little-known sleepy
        windy moonlit neighbouring"""),
    "tree": words("oak apple_tree willow pine birch elm pear_tree chestnut walnut_tree cherry_tree maple lime_tree"),
    "colour": words("""red blue green yellow white black brown grey golden silver pink orange purple violet
        striped dark_red sky-blue"""),
    "number": words("two three four five six seven eight nine ten twelve twenty a_hundred"),
    "month": words("January February March April May June July August September October November December"),
    "day": words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "season": words("spring summer autumn winter"),
    "how": words("""slowly quickly quietly carefully happily softly suddenly sadly bravely gladly politely gently
        proudly at_once with_a_smile without_a_word in_silence with_great_care as_fast_as_possible in_a_hurry
        very_slowly with_a_sigh again_and_again for_a_long_time for_a_while patiently stubbornly by_mistake
        with_both_hands all_night from_time_to_time twice in_secret out_of_breath on_tiptoe with_tears
        in_the_dark at_last more_and_more_loudly like_a_king"""),
    "feeling": words("""happy sad tired afraid proud angry hungry glad cold worried surprised ashamed lonely calm
        cheerful sleepy thirsty curious grateful jealous lost bored frightened ready free rich late silly
        embarrassed content homesick furious speechless relieved hopeful"""),
    "went": words("""walked ran went wandered hurried climbed rode came travelled marched crept limped strolled
        set_out returned danced stumbled galloped swam sailed rolled flew drove skated moved rushed jumped
        got_lost_on_the_way"""),
    "did_alone": words("""laughed waited slept sang listened smiled sighed trembled shouted sat_down wept
        stood_still thought_about_it nodded turned_around looked_up said_nothing fell_asleep yawned whistled
        sneezed grumbled shivered blushed bowed hesitated snored danced hiccupped prayed shrugged began_to_count
        cleared_the_table waved lay_down went_out ran_away dreamed"""),
    "did_to": words("""found took carried hid bought dropped saw kept sold cleaned painted lost picked_up wanted
        opened held mended loved forgot brought stole noticed borrowed polished threw_away admired counted broke
        washed wrapped_up followed understood measured sharpened repaired exchanged buried dreamed_of chased drew
        touched shook balanced wore unlocked"""),
    "do_to": words("""find take carry hide buy drop see keep sell clean paint lose pick_up have open hold mend
        forget bring notice borrow polish throw_away count break wash wrap_up follow understand measure repair
        bury draw touch wear unlock swallow sketch"""),
    "ate": words("ate cooked tasted shared finished served smelled baked wanted enjoyed spilled"),
    "virtue": words("""patience kindness courage honesty wisdom friendship hope luck work rest silence trust
        truth laughter time help love music memory freedom curiosity humour modesty good_advice sleep"""),
    "vice": words("""pride greed anger haste envy fear laziness worry noise lies vanity boredom cowardice
        suspicion gossip hurry"""),
    "relative": words("""mother father sister brother uncle aunt grandmother grandfather cousin neighbour teacher
        husband wife son daughter landlady godmother boss dentist"""),
    "part": words("""tail nose ears feet eyes head hands back face shoulders shoes whiskers fingers knees elbows
        toes shadow"""),
    "sound": words("""bell owl wind rain clock river thunder dog cock fire sea kettle train choir cuckoo organ
        accordion"""),
    "noise": words("""singing ringing knocking calling humming crying rattling laughing whispering snoring
        scratching creaking splashing ticking sobbing"""),
    "sky": lines("""
        The sun [was shining|rose|set|went down|came out] {behindplace}.
        It [was raining|rained|snowed|was snowing] [all day|all night|until {daytime}|for {number} days|{how}].
        The wind [blew|came|howled|turned] [from the {compass}|over the {place}|around the {tree}|{how}].
        The first [star|snow|swallow|frost|leaf|rain] [came|appeared|fell] {when}.
        For {number} [days|nights|weeks] there was [no wind|no rain|nothing but fog|snow up to the windows].
        It was the kind of [day|night|evening|morning] when [nobody goes out|even {animals} stay at home].
        The [river|lake|well|pond|puddle] was [frozen|full|dry|as smooth as a mirror|higher than ever].
        There was [fog|snow|frost|mist|dew|ice|sunlight|moonlight|dust] on the {place}.
        The [clouds|stars|leaves|shadows|waves|swallows|bees] [were|seemed] [{colour}|quiet|very near|far away|slow].
        A [cold|warm|soft|strong|strange|gentle] [wind|rain|fog|storm|snow|light] came [over|from|down to] the {place}.
        The moon [hung|stood|rose|shone] [over|behind|above] the {place}, {whiteness}.
        The [day|night|morning|evening|air|afternoon] was [cold|warm|long|dark|clear|still|hot|grey|windy|mild].
        ^{season} had come, and the {tree} was full of [birds|leaves|snow|apples|blossom|wind].
        Somewhere {aplace} [a dog barked|an owl called|a bell rang|a door closed|water dripped|somebody sang].
        """),
    "whiteness": lines("""
        [round|white|thin|pale|bright] as a [plate|coin|bone|lamp|cheese]
        and did not move
        """),
    "animals": words("""foxes hares bears mice owls cats wolves geese frogs goats sparrows ducks horses bees ants
        swallows dogs cows"""),
    "compass": words("north south east west sea hills"),
    "daytime": words("morning noon evening midnight dawn supper sunset breakfast"),
    "behindplace": lines("""
        [behind|over|above|beyond] the {place}
        [behind|over|above|beyond] the {placeadj} {place}
        {how}
        [late|early]
        """),
}

"""How they talk in the Chinese tales: questions with answers that fit them, and what else is said."""

from rnn_core.text.made.grammar import Rules, lines

QUESTIONS: Rules = {
    "yes_or_no": lines("""
        你[见过{noun}|吃过{food}|去过{place}|听见{sound}了|带{food}了]吗
        你[喜欢{food}|认识我{relative}|相信{virtue}|知道去{place}的路|会唱歌]吗
        我可以[进来|吃一点{food}|{do_to}你的{noun}|坐在{aplace}|住到{daytime}]吗
        你愿意[帮我|跟我去{place}|给我{foodcount}{food}|做我的朋友]吗
        你[{feeling}|不{feeling}|冷|饿]吗
        这[是你的{noun}|是{T}|条路去{place}|是{food}]吗
        """),
    "where": lines("""
        [{noun}|{T}|你的{relative}|我的{noun}|{place}]在哪里
        你[把{noun}放在|把{T}藏在|在|住在]哪里
        """),
    "what": lines("""
        [这|那]是什么
        你[要|看见|想吃|带来了|在找|丢了]什么
        盒子里有什么
        """),
    "who": lines("""
        谁[拿走了{noun}|在那里|住在{aplace}|告诉你的|来{do_to}{noun}]
        你是谁
        这是谁的{noun}
        """),
    "why": lines("""
        你为什么[这么{feeling}|要{do_to}{noun}|不说话|来这里|笑]
        {T}为什么是{colour}的
        """),
    "when_q": lines("""
        什么时候[下雨|去{place}|能{do_to}{noun}|吃饭]
        你[什么时候|哪一天][来|走|回家|{do_to}{T}]
        """),
    "how_much": lines("""
        [{noun}多少钱|你今年几岁|一共有多少{noun}|你等了多久|这里有几个{noun}]
        """),
}
ANSWERS: Rules = {
    "yes_or_no": lines("""
        是的
        不是
        好[啊|的|吧]，[不过要等到{daytime}|当然可以|还要{foodcount}{food}]
        不，[今天不行|谢谢|我很{feeling}|我只要{afood}|太晚了]
        除非你先{do_to}{noun}
        也许[明天|{week}|{month}|不会了]
        从来没有
        """),
    "where": lines("""
        在{aplace}
        就在{aplace}
        谁也不知道
        去问我{relative}吧
        我忘在{aplace}了
        """),
    "what": lines("""
        {athing}
        只有{athing}
        {afood}，别的都不要
        当然是{thing}
        没什么，就是{athing}
        """),
    "who": lines("""
        我{relative}
        [老|年轻的|聪明的]{trade}
        谁也不是
        大概是你{relative}
        {place}里的{trade}
        不是我
        """),
    "why": lines("""
        因为[我很{feeling}|今天是{week}|我{relative}这么说|{virtue}比{virtue}好|我只有{athing}]
        我不知道
        为了{virtue}
        """),
    "when_q": lines("""
        {week}
        {month}
        {daytime}
        {number}天以后
        吃完{food}就去
        永远不会
        """),
    "how_much": lines("""
        {number}个
        大概{number}个
        不到{number}个
        数不清
        去问我{relative}吧
        """),
}
_EXCHANGES = lines("""
    {A.name}问：“QUESTION？”{B.name}[说|回答|笑着说]：“ANSWER。”
    {B.name}问：“QUESTION？”{A.name}[说|回答|叹了口气说]：“ANSWER。”
    “QUESTION？”“ANSWER。”
    {B.name}看着{T}，问：“QUESTION？”“ANSWER。”{saida}。
    “QUESTION？”{B.name}很想知道。{A}{did_alone}，说：“ANSWER。”
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
        {exchange}{exchange}
        {A.name}问：“{any_question}？”可是{B.name}没有回答。
        “{statement}，”{saida}，“可是{statement}。”
        “{statement}，”{saidb}，“而且{statement}。”
        “{statement}。”{saida}。“{statement}。”{saidb}。
        {A.name}[喊|叫]道：“{cry}！{statement}！”
        {B.name}[喊|叫]道：“{cry}！{any_question}？”
        “{any_answer}，”{saidb}，“{cry}！”
        {A.name}[笑了笑|叹了口气|点点头|摇摇头]，说：“{statement}。”
        {B.name}看着{T}，问：“{any_question}？”
        {A}心里想：“{statement}。”
        {B.name}[小声|轻轻地|慢慢地|着急地]说：“{statement}。”
        """),
    "saida": lines("""
        {A.name}说
        {A.he}说
        {A.name}回答
        {A.name}{how}说
        """),
    "saidb": lines("""
        {B.name}说
        {B.he}说
        {B.name}回答
        {B.name}{how}说
        """),
    "statement": lines("""
        这{noun}[是我的|是你的|坏了|不见了|不卖|很旧]
        我很{feeling}
        我不{feeling}，只是{feeling}
        你太{feeling}了
        我们应该{do_to}{noun}
        我们[走吧|等一等|快一点|休息吧|一起吃吧]
        我{relative}[有|要|做了|丢了]{athing}
        我{relative}住在{aplace}
        {aplace}有{afood}
        {food}已经没有了
        什么也比不上{foodadj}{food}
        该吃{food}了
        {week}会下[雨|雪]
        我知道一个[没人去|长着{food}|有{number}个{noun}]的{place}
        你给我{afood}，我就给你{noun}
        {virtue}比{number}个{noun}还珍贵
        我等了{number}[天|年|个月]
        我在{aplace}看见了{athing}
        这{food}太[甜|酸|咸|热|冷]了
        有人[吃了我的{food}|偷走了{noun}|来过这里]
        """),
    "cry": lines("""
        救命
        看
        等一等
        [快来|进来|回来]
        [早上好|晚上好|你好]
        谢谢你
        站住
        我的{noun}
        多么{thingadj}{noun}
        真是{foodadj}{food}
        走开
        不要{do_to}{noun}
        """),
}

"""The phrases and sentences of the Chinese tales. A and B act, T is the thing and P the place of a tale."""

from rnn_core.text.made.grammar import Rules, lines

PHRASES: Rules = {
    "athing": lines("""
        {T}
        {thing}
        {thingadj}{noun}
        {number}个{noun}
        {thing}和{thing}
        一篮{food}
        {colour}的{noun}
        {afood}
        """),
    "afood": lines("""
        {foodcount}{food}
        {foodadj}{food}
        一[碗|盘|锅]{foodadj}{food}
        一[杯|壶|碗]{drink}
        {food}和{food}
        """),
    "aplace": lines("""
        {place}{where}
        {placeadj}{place}{where}
        {tree}[下|旁边|后面]
        [桌子|屋顶|床|窗台|墙头|石阶]上
        {P}{where}
        [炉火|窗户|大门|楼梯]旁边
        """),
    "toplace": lines("""
        {place}
        {placeadj}{place}
        {P}
        {place}{where}
        {tree}下
        家里
        """),
    "when": lines("""
        [有一天|这天夜里|第二天|后来|不久|终于|从前|忽然有一天]，
        [一个|有一个][寒冷|温暖|下雨|刮风|晴朗|安静]的[早晨|晚上|下午|夜晚]，
        {season}[的时候|到了]，
        {month}里[的一天|]，
        {week}[早上|晚上|下午|]，
        过了{number}[天|年|个月|个钟头]，
        [到了|等到|还没到]{daytime}，
        听到{sound}，
        """),
    "why": lines("""
        ，因为{A.he}很{feeling}
        ，因为[没有人|谁也不]知道
        ，因为{T}是{thingadj}
        ，因为{B.name}{feeling}了
        ，虽然{A.he}有点{feeling}
        ，虽然已经很[晚|冷|远|黑|早]了
        ，好像什么也没发生过
        ，{B.name}[也跟着|在旁边笑|在后面等着|一声不响]
        ，可是没有人[看见|听见|相信{A.him}|谢谢{A.him}]
        """),
    "sky": lines("""
        [太阳|月亮|星星][出来|落下|升起]了。
        [外面|{P}里|山上]下着[大雨|小雨|大雪|小雪|雾]。
        [雨|雪]下了[一整天|一整夜|{number}天]。
        [风|冷风|大风|晚风]从[东|南|西|北]边吹来，[{tree}沙沙地响|门关上了|灯灭了|云散了]。
        {season}到了，{tree}上[开满了花|落满了雪|挂满了果子|一片叶子也没有]。
        [天|夜|早晨|傍晚]很[冷|热|静|长|黑|亮]。
        月亮[挂|停|照]在{place}上，[又圆又亮|像一个盘子|像一枚硬币|像一盏灯|又白又冷]。
        [云|树叶|影子|蜜蜂|燕子][很安静|飞得很低|越来越近|慢慢地动]。
        {aplace}[传来{sound}|有人唱歌|狗叫了一声|什么声音也没有]。
        """),
    "filler": lines("""
        {sky}
        {A}{did_alone}。
        {A}{how}{did_alone}。
        {A}{went}{toplace}。
        {A}{went}{toplace}{why}。
        {A}在{aplace}{did_to}{athing}。
        {A}{did_to}{athing}{why}。
        {when}{A}{did_to}{athing}。
        {when}{A}{went}{toplace}，{did_alone}。
        {A}在{aplace}{ate}{afood}。
        {A}{ate}{afood}，{went}{toplace}。
        {B.name}{did_alone}，{A}也{did_alone}。
        {A}[很|非常|有点|又]{feeling}。
        {A}{feeling}得{did_alone}。
        {A}一点也不{feeling}，只是有点{feeling}。
        {A}看着自己的{part}，{did_alone}。
        {A}从来没有见过这么{thingadj}{noun}。
        {A}从来没有这样{feeling}过。
        {A}{did_to}{T}，却没有{do_to}{noun}。
        {A}先[试着|想要]{do_to}{T}，又[试着|想要]{do_to}{noun}。
        {A}[看见|听说|发现]{aplace}有{athing}。
        {A}听见{aplace}有{sound}。
        {A.name}和{B.name}一起{went}{toplace}。
        {B.name}睡着的时候，{A.name}{did_to}{athing}。
        要是{A}早点知道，就不会[来|笑|等|听]了。
        没有人知道{A}[去了哪里|为什么笑|怎样找到{T}|在哪里睡觉]。
        {aplace}[有|放着|挂着|只有]{athing}。
        {aplace}没有{noun}，只有{thingadj}{noun}。
        {T}[就|还|一直]在{aplace}。
        {A}等了{number}[天|年|个钟头]，可是谁也没有来。
        {place}很{placeadj}，{place}也是。
        """),
    "talk": lines("""
        {A.name}问：“{question}？”{B.name}[说|回答|笑着说]：“{answer}。”
        {B.name}问：“{question}？”{A.name}[说|回答|叹了口气说]：“{answer}。”
        {A.name}问：“{question}？”可是{B.name}没有回答。
        “{statement}，”{saida}，“可是{statement}。”
        “{statement}，”{saidb}，“而且{statement}。”
        “{statement}。”{saida}。“{statement}。”{saidb}。
        {A.name}[喊|叫]道：“{cry}！{statement}！”
        {B.name}[喊|叫]道：“{cry}！{question}？”
        “{answer}，”{saidb}，“{cry}！”
        {A.name}[笑了笑|叹了口气|点点头|摇摇头]，说：“{statement}。”
        {B.name}看着{T}，问：“{question}？”
        “{question}？”“{answer}。”“{question}？”“{answer}。”
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
    "question": lines("""
        [{noun}|你的{relative}|我的{noun}|{place}]在哪里
        [这|那]是什么
        你[是谁|要什么|看见什么了|从哪里来|要去哪里]
        谁[拿走了{noun}|在那里|住在{aplace}|告诉你的|来{do_to}{noun}]
        你为什么[这么{feeling}|要{do_to}{noun}|不说话|来这里]
        你[见过{noun}|吃过{food}|去过{place}|听见{sound}]吗
        你[喜欢{food}|认识我{relative}|相信{virtue}|知道去{place}的路]吗
        我可以[进来|吃一点{food}|{do_to}你的{noun}|坐在{aplace}|住到{daytime}]吗
        你愿意[帮我|跟我去{place}|给我{foodcount}{food}|做我的朋友]吗
        你[{feeling}|不{feeling}|冷|饿]吗
        [{noun}多少钱|{place}有多远|你几岁了|一共有多少{noun}]
        """),
    "answer": lines("""
        是的
        不是
        好[啊|的|吧]，[不过要等到{daytime}|当然可以|还要{foodcount}{food}]
        不，[今天不行|谢谢|我很{feeling}|我只要{afood}|太晚了]
        我[不知道|不记得了|不喜欢{food}|没有{noun}|不想说]
        在{aplace}
        去问我{relative}吧
        除非你先{do_to}{noun}
        谁也不知道
        也许[明天|{week}|{month}|不会了]
        因为[我很{feeling}|今天是{week}|我{relative}这么说|{virtue}比{virtue}好]
        我[有{number}个{noun}|只有{afood}|从来没见过|{daytime}就来了]
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

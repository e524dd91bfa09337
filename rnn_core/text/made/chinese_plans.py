"""How a Chinese tale goes: titles, beginnings, turns, ends, and the plans that put them in a row."""

from rnn_core.text.made.grammar import Rules, lines

TURNS: Rules = {
    "title": lines("""
        {A.name}和{N}
        {A.name}与{B.name}
        {thingadj}{N}
        {A.name}丢了{N}
        {A.name}找到了{N}
        {P}里的{N}
        {A.name}在{P}
        给{B.name}的{N}
        {food}和{virtue}
        {A.name}为什么回家
        去{P}的路
        {P}的{week}
        """),
    "meet": lines("""
        从前，{P}里住着{A.first}。
        从前有{A.first}，{A.he}有{athing}。
        {A.first}住在{aplace}，只有{athing}。
        {when}{A.first}{went}{toplace}。
        {when}{A.first}在{aplace}{did_to}{athing}。
        很久以前，{aplace}住着{A.first}。
        在{placeadj}{inside}里，有{A.first}，最爱吃{food}。
        {P}的人都认识{A.first}，{A.he}总是很{feeling}。
        """),
    "meet_b": lines("""
        {A}在{aplace}遇见了{B.first}。
        不远的地方住着{B.first}。
        这时来了{B.first}，[手里拿着{athing}|一边走一边唱|正在找{athing}|吃着{afood}]。
        {B.first}坐在{aplace}，{did_alone}。
        {when}{A}遇见了{B.first}。
        {A}敲了敲门，开门的是{B.first}。
        {A}只有一个朋友，就是{B.name}。
        """),
    "want": lines("""
        {A}想要{do_to}{T}。
        {A}最想要的就是{athing}。
        {A}每天夜里都梦见{athing}。
        {A}把{T}丢在了{aplace}。
        {A}怎么也找不到{T}。
        {A}要在{daytime}以前把{T}送到{toplace}。
        谁也不愿意{do_to}{T}，{A}只好自己去。
        {A}需要{athing}{why}。
        """),
    "trouble": lines("""
        可是{T}不见了。
        可是{T}掉进了[河|井|湖|汤|火|雪|池塘]里。
        可是{inside}里[都是雪|都是水|有狼|都是烟|都是客人]。
        可是{B.name}已经把{T}[卖|藏|吃|打破|拿走|送]了。
        忽然，{T}碎成了{number}块。
        这时[下起雨来|下起雪来|天黑了|打雷了]，{A}很{feeling}。
        {when}门锁着，钥匙在{aplace}。
        {A}滑了一下，丢了{athing}。
        {A}在{aplace}迷了路。
        {A.name}和{B.name}都想要{T}。
        {food}太[咸|酸|硬|冷]了，谁也不肯吃。
        """),
    "turn": lines("""
        于是{A}{did_to}{athing}，{went}{toplace}。
        于是{B}{did_to}{T}，送给了{A.him}。
        {B.name}想出了一个办法。
        {A}忽然想起了{noun}。
        最后，{A}在{aplace}{did_to}{T}。
        {A}往{aplace}一看，{T}就在那里。
        {A.name}和{B.name}在{aplace}一起{ate}{afood}。
        {A}给了{B.name}{athing}，{B}给了{A.him}{T}。
        {A}找了{number}天，最后一天在{aplace}找到了{T}。
        {A}终于笑了，{B.name}也笑了。
        """),
    "end": lines("""
        从那天起，{A.name}和{B.name}成了朋友。
        {A}{went}{toplace}，谁也没有再见过{T}。
        {T}要是没有丢，现在还在{aplace}。
        从此{A}再也没有{did_to}{noun}。
        所以{A.name}现在有{number}个{noun}。
        大家吃了{afood}，就去睡觉了。
        后来{A}回了家，一直睡到{daytime}。
        {T}到今天还挂在{aplace}。
        {A}再也不{feeling}了。
        两个都很{feeling}，两个都不{feeling}。
        """),
    "moral": lines("""
        {vice}会让{noun}变得更重。
        {virtue}比{afood}更好。
        {vice}[关上|丢掉|打破|藏起]的，{virtue}会[打开|找到|修好|带来]。
        有{vice}的地方，就没有{virtue}。
        有{food}的朋友，就是有{virtue}的朋友。
        不到{daytime}，不要{do_to}{noun}。
        一点{virtue}胜过{number}个{noun}。
        """),
    "more": lines("""
        {filler}
        {filler}{filler}
        {talk}
        {filler}{talk}
        {filler}{talk}{filler}
        """),
}

PLANS = lines("""
    {meet}[|{filler}]{want}[|{filler}]~{meet_b}{talk}[|{talk}]~{trouble}{more}~{turn}[|{filler}]{end}[|{moral}]
    {sky}{meet}[|{filler}]~{meet_b}[|{filler}]{talk}~[{filler}|]{trouble}{turn}~{talk}{end}
    {meet}{more}~{want}{meet_b}{more}~{trouble}{more}~{turn}{more}~{end}
    {meet}{meet_b}~{talk}~{talk}~[{talk}~|]{turn}{end}[|{moral}]
    {meet}{filler}{filler}{meet_b}{talk}{end}
    {meet}{want}~{meet_b}{talk}~{turn}{moral}
    """)

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
        {inside}里
        {placeadj}{inside}里
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
}

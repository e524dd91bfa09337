"""What a Chinese review can be about, and how it says what it thinks; the same ideas as in English."""

from rnn_core.text.made.grammar import Rules, lines, words

FOOD: Rules = {
    "one": words("餐厅 饭馆 面馆 咖啡馆 火锅店 小吃店 面包店"),
    "part": words("汤 面条 米饭 鱼 牛肉 咖啡 蛋糕 茶 饺子 豆腐 包子 点心 早餐 菜 鸡肉 粥"),
    "good": words("好吃 新鲜 可口 美味 地道 香 精致 好 出色 诱人"),
    "bad": words("难吃 油腻 咸 贵 糟糕 腥 苦 差 硬 乏味"),
    "fact": lines("""
        我们坐在[窗边|楼上|门口|院子里]
        {day}中午[点了|要了]{part}和{part}
        店里有[十|二十|三十]张桌子
        这家{one}[六点开门|在车站旁边|去年搬过家|可以刷卡]
        菜单[有两页|每月换一次|中英文都有]
        """),
}
SERVICE: Rules = {
    "one": words("餐厅 酒店 商店 旅行社 博物馆 咖啡馆 航空公司 民宿"),
    "part": words("服务 服务员 前台 导游 店员 经理 客服 司机 老板 态度"),
    "good": words("热情 周到 友好 耐心 礼貌 细心 好 亲切 专业"),
    "bad": words("冷淡 粗心 糟糕 差 慢 马虎 傲慢 懒散 急躁"),
    "fact": lines("""
        我们一共[四|六|八]个人
        {day}[上午|下午|晚上]到的
        {part}[会说三种语言|九点上班|在门口|穿蓝色衣服]
        我要了[一张地图|一杯水|发票|另一张桌子]
        门票[九块钱|网上可以买|当天有效]
        """),
}
FILM: Rules = {
    "one": words("电影 片子 连续剧 纪录片 喜剧 动画片"),
    "part": words("故事 结局 音乐 演员 对话 画面 开头 主角 剧情 节奏 配音 动作 台词"),
    "good": words("精彩 感人 有趣 好看 真实 动人 出色 自然 聪明 难忘 好"),
    "bad": words("无聊 难看 老套 拖沓 混乱 糟糕 生硬 可笑 沉闷 吵闹 空洞 差"),
    "fact": lines("""
        片长[两小时|九十分钟|一百分钟]
        {day}晚上[和朋友|和家人|一个人]去看的
        故事发生在[海边|小镇|火车上|学校里]
        这是[第一|第二|第三]部
        导演[是新人|来自南方|也写了剧本]
        """),
}
GADGET: Rules = {
    "one": words("手机 耳机 电脑 手表 相机 音箱 键盘 台灯 水壶"),
    "part": words("电池 屏幕 声音 外观 说明书 按键 系统 充电器 包装 做工 手感 软件 镜头"),
    "good": words("好用 耐用 清楚 方便 结实 稳定 精致 出色 省心 好 可靠"),
    "bad": words("难用 粗糙 模糊 糟糕 麻烦 差 脆弱 廉价 笨重 落后"),
    "fact": lines("""
        盒子里有[一根线|两根线|说明书]和[充电器|袋子]
        重[两百克|半公斤|一公斤]
        {day}下的单，[三天|两天|一周]后到货
        有[黑白两种|三种]颜色
        我[上班|在家|坐车]的时候用
        """),
}
TRIP: Rules = {
    "one": words("酒店 旅馆 民宿 景点 公园 旅行团 博物馆"),
    "part": words("房间 风景 床 浴室 位置 交通 天气 花园 游泳池 阳台 院子 海滩"),
    "good": words("干净 舒服 安静 方便 漂亮 宽敞 迷人 难忘 理想 好"),
    "bad": words("脏 吵 潮湿 拥挤 糟糕 难闻 破旧 差 阴暗 简陋"),
    "fact": lines("""
        我们住了[两|三|五]个晚上
        {day}和[家人|朋友|同事]一起去的
        早餐[七点|六点半]开始
        离[车站|海边|市中心][十分钟|两公里|不到一公里]
        这里有[四十个房间|两个花园|三层楼]
        """),
}
DOMAINS = (FOOD, SERVICE, FILM, GADGET, TRIP)

COMMON: Rules = {
    "day": words("周一 周二 周三 周四 周五 周六 周日 昨天 上个月"),
    "very": words("很 真 非常 特别 十分 相当 实在"),
    "is_good": lines("""
        {part}{very}{good}
        {part}{very}{good}，{part}也{good}
        {part}[真的|确实|总是]{good}
        这家的{part}{very}{good}
        这{one}{very}{good}
        我{very}[喜欢|满意|欣赏]这里的{part}
        我[很喜欢|推荐|还会再来]，因为{part}{good}
        [整体|总的来说|一切都]{very}{good}
        """),
    "is_bad": lines("""
        {part}{bad}，[真是|实在]后悔
        {part}{bad}，{part}也{bad}
        {part}[真的|确实|总是]{bad}
        这家的{part}[让人觉得|实在]{bad}
        这{one}[让人觉得|真的]{bad}
        我[讨厌|后悔选了|受不了]这里的{part}
        我[很后悔|要投诉|想退钱]，因为{part}{bad}
        [整体|总的来说|一切都][让人觉得|真的]{bad}
        """),
    "not_bad": lines("""
        {part}[一点也不|并不|不]{bad}
        {part}不但不{bad}，还{very}{good}
        {part}没有[别人|朋友|大家]说的那么{bad}
        我[不能说|不觉得|没觉得]{part}{bad}
        没有人会说{part}{bad}
        没有比这更{good}的{one}了
        再也找不到更{good}的{part}了
        谁说{part}{bad}？我不同意
        """),
    "not_good": lines("""
        {part}[一点也不|并不|不]{good}
        {part}不但不{good}，还{very}{bad}
        {part}没有[别人|朋友|大家]说的那么{good}
        我[不能说|不觉得|没觉得]{part}{good}
        没有人会说{part}{good}
        没有比这更{bad}的{one}了
        再也找不到更{bad}的{part}了
        谁说{part}{good}？我不同意
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
    "so_so": lines("""
        {part}[一般|普通|还可以|中等|马马虎虎|和想的一样]
        这{one}[一般|普通|还可以|中等]
        [谈不上喜欢|没什么感觉|没有特别的印象|给五分]
        不好不坏
        """),
}

"""Words and how good or bad they sound, in English and Chinese: a short list made by hand. Pure."""

import re
from dataclasses import dataclass

MOST_WORDS = 12

# From -1 (bad) to 1 (good); all other words are 0.
MOODS: dict[str, float] = {
    **dict.fromkeys(("wonderful", "love", "loved", "excellent", "brilliant", "superb"), 1.0),
    **dict.fromkeys(("lovely", "great", "good", "happy", "funny", "beautiful", "moving", "clever"), 0.8),
    **dict.fromkeys(("nice", "fine", "fun", "warm", "like", "liked"), 0.5),
    **dict.fromkeys(("slow", "long", "odd", "weak", "cold"), -0.5),
    **dict.fromkeys(("dull", "boring", "bad", "sad", "poor", "flat"), -0.8),
    **dict.fromkeys(("awful", "terrible", "hate", "hated", "horrible", "worst"), -1.0),
    **dict.fromkeys(("精彩", "喜欢", "完美", "出色", "感动"), 1.0),
    **dict.fromkeys(("很好", "好看", "有趣", "美丽", "快乐", "开心", "可爱"), 0.8),
    **dict.fromkeys(("不错", "好", "温暖"), 0.5),
    **dict.fromkeys(("慢", "长", "奇怪", "冷淡"), -0.5),
    **dict.fromkeys(("沉闷", "无聊", "糟糕", "难看", "悲伤", "差"), -0.8),
    **dict.fromkeys(("可怕", "讨厌", "恶心", "最差"), -1.0),
}
# Between two words of Chinese stands nothing, so that such as have a mood, or join two parts, are found by themselves.
_JOINTS = ("但是", "但", "不过", "开头", "结尾", "结局", "电影", "故事")
_CHINESE = "|".join(sorted((word for word in (*MOODS, *_JOINTS) if not word.isascii()), key=len, reverse=True))
_WORD = re.compile(rf"[^\W\d_㐀-鿿]+(?:['’]\w+)?|{_CHINESE}|(?:(?!{_CHINESE})[㐀-鿿]){{1,4}}")


@dataclass(frozen=True)
class Word:
    """A word and its `value`, from -1 (bad) to 1 (good)."""

    text: str
    value: float


def words_in(text: str) -> tuple[Word, ...]:
    """The first words of `text`, in its order, as many as can be drawn.

    >>> [(word.text, word.value) for word in words_in("Dull start, lovely end")]
    [('Dull', -0.8), ('start', 0.0), ('lovely', 0.8), ('end', 0.0)]
    >>> [word.text for word in words_in("开头沉闷，但结尾精彩")]
    ['开头', '沉闷', '但', '结尾', '精彩']
    """
    found = _WORD.findall(text)[:MOST_WORDS]
    return tuple(Word(word, MOODS.get(word.lower(), 0.0)) for word in found)

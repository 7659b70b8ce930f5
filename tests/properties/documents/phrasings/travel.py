"""Travel abroad, reception and cars."""

from tests.properties.documents.template import say

THREE = "three = abroad + reception + cars"
CARS = "cars = carbuy + carrun"

say(
    "three: 其中 and bracket",
    "T",
    "sum",
    "“三公”经费支出{three}，其中：因公出国（境）费{abroad}，公务接待费{reception}，"
    "公务用车购置及运行维护费{cars}（其中：公务用车购置费{carbuy}，公务用车运行维护费{carrun}）。",
    THREE,
    CARS,
)
say(
    "three: numbered lines",
    "T",
    "sum",
    "“三公”经费支出{three}，其中：\n1.因公出国（境）费{abroad}；\n2.公务接待费{reception}；\n3.公务用车购置及运行维护费{cars}。",
    THREE,
)
say(
    "three: full-width numbers",
    "T",
    "sum",
    "“三公”经费支出{three}：\n1．因公出国（境）费{abroad}；\n2．公务接待费{reception}；\n3．公务用车购置及运行维护费{cars}。",
    THREE,
)
say(
    "three: plain lines",
    "T",
    "sum",
    "“三公”经费支出{three}，其中：\n因公出国（境）费{abroad}；\n公务接待费{reception}；\n公务用车购置及运行维护费{cars}。",
    THREE,
)
say(
    "three: cars",
    "T",
    "sum",
    "公务用车购置及运行维护费{cars}，其中：公务用车购置费{carbuy}，公务用车运行维护费{carrun}。",
    CARS,
)
say(
    "three: within its budget",
    "T",
    "comparison",
    "“三公”经费支出{three}，控制在年初预算{three_b}以内。",
    "three <= three_b",
)
say("three: share of reception", "T", "share", "公务接待费{reception}，占“三公”经费支出{three}的{reception%three}。")
say(
    "three: rate",
    "T",
    "rate",
    "“三公”经费预算数{three_b}，决算数{three}，完成预算的{three@three_b}。",
)
say(
    "three: rate of reception",
    "T",
    "rate",
    "公务接待费年初预算{reception_b}，支出决算{reception}，完成年初预算的{reception@reception_b}。",
)
say(
    "three: change",
    "T",
    "change",
    "“三公”经费支出{three}，比上年的{three0}[增加|减少:three-three0]{three-three0}，[增长|下降:three-three0]{three^three0}。",
)
say(
    "three: three bases",
    "T",
    "change rate",
    "“三公”经费支出决算{three}，完成年初预算{three_b}的{three@three_b}；比年初预算减少{three_b-three}，"
    "比上年决算{three0}[增加|减少:three-three0]{three-three0}，[增长|下降:three-three0]{three^three0}。",
)
say(
    "three: reception changed",
    "T",
    "change",
    "公务接待费{reception}，较上年[增加|减少:reception-reception0]{reception-reception0}，"
    "[增长|下降:reception-reception0]{reception^reception0}，主要原因是接待批次变化。",
)
say(
    "three: cars changed",
    "T",
    "change",
    "公务用车购置费{carbuy}；公务用车运行维护费{carrun}，上年为{carrun0}，[增加|减少:carrun-carrun0]{carrun-carrun0}。",
)

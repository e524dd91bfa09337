"""FORMULAS: the equations of each cell as LaTeX, in the notation of `rnn_core/cells`. Plain values."""

from collections.abc import Mapping
from types import MappingProxyType

FORMULAS: Mapping[str, str] = MappingProxyType(
    {
        "SimpleRNN": r"h' = \tanh(W x + U h + b)",
        "GRU": r"""\begin{aligned}
z &= s(W_z x + b_z + U_z h + b'_z) \\
r &= s(W_r x + b_r + U_r h + b'_r) \\
n &= \tanh(W_n x + b_n + r\,(U_n h + b'_n)) \\
h' &= z\,h + (1 - z)\,n
\end{aligned}""",
        "LSTM": r"""\begin{aligned}
i &= s(W_i x + U_i h + b_i) \qquad f = s(W_f x + U_f h + b_f) \\
g &= \tanh(W_g x + U_g h + b_g) \quad o = s(W_o x + U_o h + b_o) \\
c' &= f\,c + i\,g \\
h' &= o \tanh(c')
\end{aligned}""",
    }
)
OUTPUT_FORMULA = r"y = V h' + d"

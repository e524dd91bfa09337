"""What to notice, and the chain of factors in formulas."""

import streamlit as st

from pages.ui.language import _
from pages.ui.learn.notice import notice as say_notice

_NOTATION = r"a_t = W x_t + U h_{t-1} + b \qquad h_t = \varphi(a_t)"
_CHAIN = r"\frac{\partial h_T}{\partial h_t} = \prod_{k=t+1}^{T} \mathrm{diag}\big(\varphi'(a_k)\big)\, U"
_BACK = r"d_{h_{k-1}} = U^\top \big(d_{h_k}\,\varphi'(a_k)\big)"
_BOUND = r"\left\lVert \frac{\partial h_T}{\partial h_t} \right\rVert \le \big(\gamma\, \lVert U \rVert\big)^{T-t}"
_GAMMA = r"\gamma = \max \varphi' = \begin{cases} \frac{1}{4} & \mathrm{sigmoid} \\ 1 & \tanh,\mathrm{relu} \end{cases}"
_LSTM = r"\begin{aligned} c' &= f\,c + i\,g \\ d_c &= d_{c'}\,f + \dots \end{aligned}"
_GRU = r"\begin{aligned} h' &= z\,h + (1-z)\,n \\ d_h &= d_{h'}\,z + \dots \end{aligned}"
_CLIP = r"g \leftarrow g \cdot \min\!\Big(1, \frac{\mathrm{limit}}{\lVert g \rVert}\Big)"


def notice() -> None:
    """What is worth seeing on the stage and in the chart."""
    say_notice(
        _("On a logarithmic scale a product of equal factors is a straight line: down below 1, up above 1."),
        _("Choose the sigmoid: at a scale of 1 the line stays below 0.25 to the power of the steps."),
        _("Raise the scale to 2: with tanh the gradient often explodes, though no slope is above 1. U stretches it."),
        _("The dotted lines, by f or z alone, never rise, whatever the scale: what grows has gone through U."),
        _("Set both biases to 0, then to 5: the same LSTM and GRU forget, or remember. The gate decides."),
        _("At a bias of 1, as Keras starts it, an LSTM forgets too. Training has to open the gate."),
    )


def show() -> None:
    """The chain, its bound, and what the gates change."""
    with st.expander(_("In formulas"), icon=":material/function:"):
        st.markdown(_("Keras calls W the `kernel`, U the `recurrent_kernel` and b the `bias`; φ is the activation."))
        st.latex(_NOTATION)
        st.markdown(_("By the chain rule, the last state depends on an earlier one through a factor a step:"))
        st.latex(_CHAIN)
        st.latex(_BACK)
        st.markdown(_("So what arrives can never be larger than a power of the largest slope times the norm of U:"))
        st.latex(_BOUND)
        st.latex(_GAMMA)
        st.markdown(
            _(
                "Along the LSTM's cell state and along what the GRU keeps lies a direct road with neither U nor φ. The "
                "dots are the other ways, through the gates:"
            )
        )
        st.latex(_LSTM)
        st.latex(_GRU)
        st.markdown(_("Clipping a gradient g (Pascanu, Mikolov and Bengio 2013):"))
        st.latex(_CLIP)

// Lets the browser keep its token for years, so that its runs are still its own after it was closed.

const FIVE_YEARS = 5 * 365 * 24 * 3600; // seconds

export default function ({ data, parentElement }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.cookie}=${data.token}; max-age=${FIVE_YEARS}; path=/; SameSite=Lax${secure}`;
  // There is nothing to see, and the gap around it would be seen.
  const host = parentElement.host ?? parentElement;
  const box = host.closest("[data-testid=stElementContainer]");
  if (box) box.style.display = "none";
}

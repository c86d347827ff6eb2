// After htmx has put a new piece in: focus goes to what is wrong, else to the heading.
document.addEventListener('htmx:afterSettle', e => {
  const place = e.target;
  if (place.contains(document.activeElement) && document.activeElement !== document.body) return;
  const goal = place.querySelector('.summary') ?? place.querySelector('h1, h2');
  if (!goal || !place.closest('main')) return;
  goal.tabIndex = -1;
  goal.focus();
});
// A form answered with 422 is drawn again, like any other answer.
document.addEventListener('htmx:beforeSwap', e => {
  if ([403, 409, 422].includes(e.detail.xhr.status)) {
    e.detail.shouldSwap = true;
    e.detail.isError = false;
  }
});

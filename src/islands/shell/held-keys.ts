// Who holds Enter down presses once. The browser would press again and again, and a held "Check" would answer, begin
// anew and end at "choose something first". In a text of several lines a held Enter makes lines, as everywhere.
document.addEventListener(
  'keydown',
  (event) => {
    const { repeat, key, target } = event;
    if (repeat && key === 'Enter' && !(target instanceof HTMLTextAreaElement))
      event.preventDefault();
  },
  true,
);

export {};

// On a keyboard the arrows turn the cards of a lesson, where they have nothing else to do.
const ways: Readonly<Record<string, string>> = { ArrowLeft: '-1', ArrowRight: '1' };

document.addEventListener('keydown', ({ key, target, altKey, ctrlKey, metaKey, shiftKey }) => {
  const way = ways[key];
  const isOwn = target instanceof Element && target.closest('input, select, textarea, .menu');
  if (!way || isOwn || altKey || ctrlKey || metaKey || shiftKey) return;
  document.querySelector<HTMLElement>(`[data-go="${way}"]:not([hidden])`)?.click();
});

export {};

// The menu lies over the page: whoever goes on by keyboard beyond its last line would stand behind it unseen.
const menu = document.getElementById('menu');
document.addEventListener('focusin', ({ target }) => {
  if (menu && !menu.contains(target as Node)) menu.togglePopover?.(false);
});

export {};

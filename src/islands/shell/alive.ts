// Runs before every other module: after an error here none of them does, and the page stays as it is without script.
const { dataset } = document.documentElement;
if ('old' in dataset) throw new Error('This browser is too old for the scripts of this page.');
dataset['alive'] = '';

export {};

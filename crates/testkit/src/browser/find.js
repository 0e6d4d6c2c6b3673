// Finds what people see by what they read. arguments: what (field, option, button, link), the words, where.
const [what, words, where] = arguments;
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const named = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    return tidy(by.map((label) => label?.textContent ?? '').join(' ')) || tidy(element.getAttribute('aria-label'));
};
const labels = (element) => [...(element.labels ?? [])].map((label) => {
    const alone = label.cloneNode(true);
    alone.querySelectorAll('select, textarea').forEach((field) => field.remove());
    return tidy(alone.textContent);
});
const legend = (group) => tidy(group.querySelector('legend')?.textContent);
const own = (element) => named(element) || tidy(element.tagName === 'INPUT' ? element.value : element.textContent);
const kinds = {
    field: ['input:not([type=hidden], [type=submit], [type=button]), select, textarea, fieldset', (element) =>
        [named(element), element.tagName === 'FIELDSET' ? legend(element) : '', ...labels(element)]],
    option: ['option, input', (element) =>
        element.tagName === 'OPTION' ? [tidy(element.textContent)] : [named(element), ...labels(element)]],
    button: ['button, input[type=submit], input[type=button], summary, [role=button]', (element) => [own(element)]],
    link: ['a[href]', (element) => [own(element)]],
};
const [selector, names] = kinds[what];
const seen = (element) => element.tagName === 'OPTION' || element.checkVisibility({ visibilityProperty: true })
    || [...(element.labels ?? [])].some((label) => label.checkVisibility({ visibilityProperty: true }));
const all = [...(where ?? document).querySelectorAll(selector)].filter(seen);
const wanted = tidy(words);
const fitting = (fits) => all.filter((element) => names(element).some(fits));
const exactly = fitting((name) => name === wanted);
return {
    found: exactly.length ? exactly : fitting((name) => name.startsWith(wanted)),
    there: all.map((element) => names(element).filter(Boolean).join(' / ')),
};

// Whether an act on an element leads to another page. arguments: the element, the act (click, enter, space).
const [element, act] = arguments;
const target = element.closest('a[href], button, input, summary') ?? element;
const elsewhere = (link) => !link.target && !link.hasAttribute('download')
    && link.href.split('#')[0] !== location.href.split('#')[0];
const sends = (form, button) => form && form.method !== 'dialog' && !button?.disabled
    && (form.noValidate || button?.formNoValidate || form.checkValidity());
const submits = (button) => ['submit', 'image'].includes(button.type) && sends(button.form, button);
if (target.tagName === 'A') return act !== 'space' && elsewhere(target);
if (target.tagName === 'BUTTON') return submits(target);
if (target.tagName !== 'INPUT') return false;
if (['submit', 'image', 'button', 'reset'].includes(target.type)) return submits(target);
const button = target.form?.querySelector('button:not([type=button], [type=reset]), input[type=submit]');
return act === 'enter' && sends(target.form, button);

(() => {
  const pause = 10000;
  let since = null;
  const look = async () => {
    const note = document.getElementById('live-note');
    try {
      const answer = await fetch(location.origin + location.pathname, {cache: 'no-store'});
      if (!answer.ok) {
        throw new Error('HTTP ' + answer.status);
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('live');
      const old = document.getElementById('live');
      const open = [...old.querySelectorAll('details')].map(each => each.open);
      const focus = document.activeElement ? document.activeElement.getAttribute('href') : null;
      old.replaceWith(fresh);
      fresh.querySelectorAll('details').forEach((each, i) => { each.open = Boolean(open[i]); });
      if (focus) {
        const again = [...fresh.querySelectorAll('a')].find(each => each.getAttribute('href') === focus);
        if (again) {
          again.focus({preventScroll: true});
        }
      }
      document.title = page.title;
      since = null;
      note.hidden = true;
    } catch (e) {
      since = since || new Date();
      note.textContent = 'No answer since ' + since.toLocaleTimeString() + '; what you see is from before.';
      note.hidden = false;
    }
    setTimeout(look, document.hidden ? 6 * pause : pause);
  };
  setTimeout(look, pause);
})();

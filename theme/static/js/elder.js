// Large print, asked for by #elder: kept from page to page, and in the addresses that are passed on.
(function () {
  'use strict';
  var root = document.documentElement;

  function kept() {
    try { return localStorage.getItem('elder') === 'yes'; } catch (refused) { return false; }
  }

  function turn(on) {
    root.className = on ? 'elder' : '';
    try {
      if (on) localStorage.setItem('elder', 'yes'); else localStorage.removeItem('elder');
    } catch (refused) { /* this page alone, then */ }
  }

  function asked() {
    if (location.hash === '#elder') turn(true);
  }

  function follow(event) {
    var link = event.target.closest ? event.target.closest('a') : null;
    if (!link) return;
    if (link.className === 'usual') turn(false);
    else if (root.className && !link.hash && link.protocol === location.protocol && link.host === location.host) {
      link.hash = 'elder';
    }
  }

  turn(kept() || location.hash === '#elder');
  addEventListener('hashchange', asked);
  document.addEventListener('click', follow);
})();

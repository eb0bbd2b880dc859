// Counts down to the expiration of the session. The server tells how many seconds are left, and the page counts them by a clock that nobody
// sets, so a wrong clock of the device changes nothing.
const lifetime = 3600;
const clock = document.getElementById('clock');
const ring = document.getElementById('ring');
const time = document.getElementById('countdown');

let end = null;
let whenOver = null;

export function start(secondsLeft, over) {
  end = performance.now() + secondsLeft * 1000;
  whenOver = over;
  show();
}

export function stop() {
  end = null;
}

function show() {
  if (end === null) {
    return;
  }
  const left = Math.max(0, Math.round((end - performance.now()) / 1000));
  const minutes = Math.floor(left / 60);
  time.textContent = `${String(minutes).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
  time.dateTime = `PT${minutes}M${left % 60}S`;
  ring.style.strokeDashoffset = String(100 - Math.min(100, left / lifetime * 100));
  clock.dataset.state = left === 0 ? 'over' : left < 600 ? 'soon' : 'fresh';
  if (left === 0) {
    stop();
    whenOver();
  }
}

setInterval(show, 1000);

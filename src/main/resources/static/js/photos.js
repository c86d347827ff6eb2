// Photos: small previews and a size check before sending; large pictures in a dialog.
import { t } from './page.js';

const megabytes = n => (n / 1048576).toFixed(1);

function preview(box) {
  const input = box.querySelector('input[type=file]');
  const list = box.querySelector('.previews');
  const most = Number(box.dataset.most);
  const limit = Number(box.dataset.megabytes);
  const sayWrong = (line, words) => {
    line.classList.add('wrong');
    line.append(words);
  };
  input.addEventListener('change', () => {
    list.querySelectorAll('img').forEach(img => URL.revokeObjectURL(img.src));
    list.replaceChildren(...[...input.files].map((file, i) => {
      const line = document.createElement('li');
      if (!file.type.startsWith('image/')) {
        sayWrong(line, t(`“${file.name}”不是照片，请去掉。`, `“${file.name}” is not a photo. Take it out.`));
        return line;
      }
      const img = new Image();
      img.src = URL.createObjectURL(file);
      img.alt = file.name;
      line.append(img);
      if (file.size > limit * 1048576) sayWrong(line, t(`${megabytes(file.size)} MB，太大了`, `${megabytes(file.size)} MB is too large`));
      else if (i >= most) sayWrong(line, t(`超过 ${most} 张`, `More than ${most}`));
      else line.append(`${megabytes(file.size)} MB`);
      return line;
    }));
    const bad = list.querySelector('.wrong');
    input.setCustomValidity(bad ? bad.textContent : '');
    if (bad) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  });
}

function viewer() {
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.innerHTML = '<img alt=""><div><p></p><button type="button" class="btn quiet" data-go="-1"></button><button type="button" class="btn quiet" data-go="1"></button><button type="button" class="btn" data-close></button></div>';
  const [before, after, close] = dialog.querySelectorAll('button');
  before.textContent = t('上一张', 'Previous');
  after.textContent = t('下一张', 'Next');
  close.textContent = t('关闭', 'Close');
  document.body.append(dialog);
  let links = [];
  let at = 0;
  const show = n => {
    at = (n + links.length) % links.length;
    const small = links[at].querySelector('img');
    const large = dialog.querySelector('img');
    large.src = links[at].href;
    large.alt = small.alt;
    dialog.querySelector('p').textContent = small.alt;
    before.hidden = after.hidden = links.length < 2;
  };
  dialog.addEventListener('click', e => {
    if (e.target === dialog || e.target === close) dialog.close();
    else if (e.target.dataset.go) show(at + Number(e.target.dataset.go));
  });
  dialog.addEventListener('keydown', e => {
    if (e.key === 'ArrowLeft') show(at - 1);
    if (e.key === 'ArrowRight') show(at + 1);
  });
  return (gallery, link) => {
    links = [...gallery.querySelectorAll('a')];
    show(links.indexOf(link));
    dialog.showModal();
  };
}

document.querySelectorAll('[data-photos]').forEach(preview);
let open;
document.addEventListener('click', e => {
  const link = e.target.closest('[data-gallery] a');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  open ??= viewer();
  open(link.closest('[data-gallery]'), link);
});

// A portal whose pages React makes: the form comes and goes with a button, and its figures with it.
(() => {
  const { createElement: make, useState, StrictMode } = React;
  const { localName, attributes } = document.getElementById("khoi").content.firstElementChild;
  const names = Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));

  function Portal() {
    const [isShown, show] = useState(true);
    return make("main", null, make("h1", null, "Cổng dùng React"), make("button", { onClick: () => show(!isShown) }, "Ẩn hiện"), isShown && make(localName, names));
  }
  ReactDOM.createRoot(document.getElementById("goc")).render(make(StrictMode, null, make(Portal)));
})();

// What the page can do beyond being read: sort and filter tables, unfold, follow a link into a folded part.
// Nothing here is needed to read the report, and nothing is fetched or stored.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ── sorting: the heads of a table become buttons; a group of rows (tbody) or a row moves as a whole ──
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const valueOf = (row, column) => {
    const cell = (row.rows ? row.rows[0] : row).cells[column];
    return cell.dataset.v ?? cell.textContent.trim();
  };
  const compare = (one, other) => {
    const numbers = [Number(one), Number(other)];
    if (one !== "" && other !== "" && !numbers.some(Number.isNaN)) return numbers[0] - numbers[1];
    return collator.compare(one, other);
  };
  const sortBy = (table, head, column) => {
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const grouped = table.tBodies.length > 1;
    const rows = grouped ? [...table.tBodies] : [...table.tBodies[0].rows];
    const sorted = rows
      .map((row) => ({ row, value: valueOf(row, column) }))
      .sort((one, other) => compare(one.value, other.value) * (ascending ? 1 : -1));
    const place = grouped ? table : table.tBodies[0];
    for (const { row } of sorted) place.append(row);
    if (table.tFoot) table.append(table.tFoot);
  };
  const addSorting = (table) => {
    if (table.tBodies.length === 1 && table.tBodies[0].rows.length < 2) return;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sortBy(table, head, column));
    });
  };

  // ── filters: one form before each table of sections ──
  const template = document.getElementById("filter");
  const addFilter = (table) => {
    const form = template.content.firstElementChild.cloneNode(true);
    const field = (name) => form.querySelector(`[data-f="${name}"]`);
    const [status, link, words, said] = [
      field("status"),
      field("link"),
      field("words"),
      form.querySelector("p"),
    ];
    const bodies = [...table.tBodies];
    const show = () => {
      const wanted = words.value.trim().toLocaleLowerCase();
      let shown = 0;
      for (const body of bodies) {
        const fits =
          (status.value === "" ||
            (status.value === "gap" ? "g" in body.dataset : body.dataset.s === status.value)) &&
          (link.value === "" || (body.dataset.l ?? "").split(" ").includes(link.value)) &&
          (wanted === "" || body.textContent.toLocaleLowerCase().includes(wanted));
        body.hidden = !fits;
        if (fits) shown++;
      }
      said.textContent = said.dataset.text.replace("%n", shown).replace("%all", bodies.length);
    };
    const unfold = (open) => {
      for (const body of bodies) {
        if (!body.hidden) for (const details of all("details", body)) details.open = open;
      }
    };
    for (const choice of all("option", status)) {
      const { value } = choice;
      const count = bodies.filter((body) =>
        value === "" ? true : value === "gap" ? "g" in body.dataset : body.dataset.s === value,
      ).length;
      if (count === 0) choice.remove();
      else choice.textContent += ` (${count})`;
    }
    status.addEventListener("change", show);
    link.addEventListener("change", show);
    words.addEventListener("input", show);
    field("open").addEventListener("click", () => unfold(true));
    field("close").addEventListener("click", () => unfold(false));
    table.before(form);
    show();
    table.addEventListener("show-all", () => {
      status.value = link.value = words.value = "";
      show();
    });
  };
  const addTools = (within) => {
    for (const table of all("table[data-sort]", within)) addSorting(table);
    for (const table of all("table[data-filter]", within)) addFilterWhenOpen(table);
  };
  const addFilterWhenOpen = (table) => {
    // A folded table gets its form when it is unfolded: a hundred forms at the start would cost a second.
    const fold = table.closest("details");
    if (fold === null || fold.open) addFilter(table);
    else fold.addEventListener("toggle", () => addFilter(table), { once: true });
  };
  addTools(document);

  // ── tables of a long report wait as text: built when they are unfolded or linked to, the others when nothing else is
  //    going on, so that the browser's own search finds what stands in them ──
  const fill = (fold) => {
    const later = fold?.querySelector(":scope > noscript");
    if (later == null) return false;
    const built = document.createElement("template");
    built.innerHTML = later.textContent;
    later.replaceWith(built.content);
    addTools(fold);
    return true;
  };
  const waiting = all("details[data-later]");
  for (const fold of waiting) fold.addEventListener("toggle", () => fill(fold), { once: true });
  const fillIdly = (deadline) => {
    do fill(waiting.shift());
    while (waiting.length > 0 && deadline.timeRemaining() > 25);
    if (waiting.length > 0) globalThis.requestIdleCallback(fillIdly);
  };
  if (waiting.length > 0 && "requestIdleCallback" in globalThis)
    addEventListener("load", () => globalThis.requestIdleCallback(fillIdly));

  // ── links into folded or filtered parts ──
  const reveal = (id) => {
    const own = /^(d\d+)s\d+$/.exec(id)?.[1];
    // The browser only marks a target that was there when the link was followed: it is followed once more.
    if (own !== undefined && fill(document.getElementById(own)?.querySelector("details[data-later]")))
      location.replace(location.href);
    const target = id === "" ? null : document.getElementById(id);
    if (target === null) return null;
    if (target.hidden) target.closest("table").dispatchEvent(new Event("show-all"));
    for (let part = target; part !== null; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    if (target.tagName === "TBODY") for (const details of all("details", target)) details.open = true;
    return target;
  };
  const follow = () => reveal(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  addEventListener("hashchange", follow);
  if (location.hash.length > 1) follow();

  // ── a bar of the strip leads to its section; the table says the same to those who use no mouse ──
  for (const strip of all(".strip svg")) {
    strip.addEventListener("click", (event) => {
      const { to } = event.target.dataset;
      if (to === undefined) return;
      if (location.hash === `#${to}`) follow();
      else location.hash = to;
    });
    // On a long page the bars carry no names: the row of the section has its name and its status.
    strip.addEventListener("pointerover", ({ target }) => {
      const row = document.getElementById(target.dataset.to ?? "")?.rows[0];
      if (row === undefined || target.childElementCount > 0) return;
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = `${row.cells[0].textContent.trim()}: ${row.cells[2].textContent.trim()}`;
      target.append(title);
    });
  }
  document.documentElement.classList.add("scripted");
})();

"""Opens a page of ours in a headless Chromium without a network and uses it: check_page.py FILE EXPECTED.json.

EXPECTED: {"legs": n, "lines": n, "routes": n, "places": n, "entries": n}; legs that say the same share a line, routes that do an entry.
With "large": true lines and places are on a canvas, the list shows 100 entries at a time.
With "tiles": ORIGIN the page must ask that origin for images, in vain here, and nobody else. Prints every fault; exit 1 if there is any.
"""
import json
import pathlib
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

page = pathlib.Path(sys.argv[1]).resolve()
expected = json.loads(sys.argv[2])
faults = []


def check(fact, fault):
    if not fact:
        faults.append(fault)


options = Options()
options.binary_location = "/usr/bin/chromium"
for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1300,900"):
    options.add_argument(flag)
options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
try:
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    browser.get(page.as_uri())
    check("is-live" in browser.find_element(By.TAG_NAME, "body").get_attribute("class"), "the page did not start")

    # Every leg is drawn, with some extent, and every route is in the list.
    legs = browser.execute_script("""
        return [...document.querySelectorAll('#overlay path.leg')].map(p => {
          const box = p.getBoundingClientRect(); return Math.max(box.width, box.height); })""")
    large = expected.get("large")
    check(len(legs) == (0 if large else expected["legs"]), f"{len(legs)} legs drawn, {expected['legs']} expected")
    check(all(size > 0 for size in legs), "a leg has no extent")
    visible = browser.execute_script("""
        return [...document.querySelectorAll('#overlay path.leg')].filter(
          p => getComputedStyle(p).visibility === 'visible').length""")
    check(large or visible == expected["lines"], f"{visible} lines seen, {expected['lines']} expected")
    items = browser.find_elements(By.CSS_SELECTOR, ".routes li")
    if large:
        check(len(items) == 101, f"{len(items)} entries in a list that pages")
        browser.execute_script("document.querySelector('.more-routes button').click()")
        check(len(browser.find_elements(By.CSS_SELECTOR, ".routes li")) == min(expected["entries"], 200) + (expected["entries"] > 200), "the list shows no more")
        items = browser.find_elements(By.CSS_SELECTOR, ".routes li")
    else:
        check(len(items) == expected["routes"], f"{len(items)} routes listed, {expected['routes']} expected")
        entries = [item for item in items if "again" not in item.get_attribute("class")]
        check(len(entries) == expected["entries"], f"{len(entries)} entries, {expected['entries']} expected")
    marks = browser.find_elements(By.CSS_SELECTOR, "#overlay .place")
    check(large or len(marks) == expected["places"], f"{len(marks)} places marked, {expected['places']} expected")

    # From the list to the sentence, from the sentence to the list, from the map to both, by mouse and by keys.
    def chosen(selector):
        return [e.get_attribute("data-route") or e.get_attribute("data-routes")
                for e in browser.find_elements(By.CSS_SELECTOR, selector + ".chosen")]

    def wait_for(selector, seconds=10):
        """Lists are drawn when the page has time for them."""
        end = time.time() + seconds
        while time.time() < end and not browser.find_elements(By.CSS_SELECTOR, selector):
            time.sleep(0.05)

    def press(selector, event="click"):
        browser.execute_script(
            "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent(arguments[1], {bubbles: true, cancelable: true}))",
            selector, event)

    if expected["routes"]:
        press(".routes li button.pick")
        check(chosen(".evidence"), "a route chosen in the list marks no sentence")
        check(chosen("#overlay .route") in (["1"], []), "the wrong route is marked on the map")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
        check(not chosen(".evidence"), "Escape leaves a sentence marked")
        press(".evidence")
        check(chosen(".routes li"), "a sentence clicked marks no route in the list")
        press("#card-close")
    if expected["lines"] < expected["legs"] and not large:
        # A shared line says how many routes it stands for, and leads to the entry that has all they say, then to none.
        counts = browser.execute_script(
            "return [...document.querySelectorAll('#overlay .count')].map(c => c.textContent).filter(Boolean)")
        check(counts, "no line says how many routes it stands for")
        shared = browser.execute_script("""
            const lines = [...document.querySelectorAll('#overlay path.leg')];
            return lines.findIndex(a => lines.some(b => a !== b && a.getAttribute('d') === b.getAttribute('d')))""")
        turns = []
        for _ in range(2):
            browser.execute_script(
                "document.querySelectorAll('#overlay .route .hit')[arguments[0]].dispatchEvent("
                "new MouseEvent('click', {bubbles: true, cancelable: true}))", shared)
            turns.append(len(chosen(".routes li")))
            if turns == [len(items)]:
                quotes = browser.find_elements(By.CSS_SELECTOR, "#card blockquote")
                check(len(quotes) == len(items), f"{len(quotes)} quotations of {len(items)} routes that say the same")
                told = browser.find_element(By.CSS_SELECTOR, ".routes .told").text
                check("2 times" in told, f"an entry of two routes is {told}")
        check(turns == [len(items), 0], f"a shared line leads to {turns}")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    if large:
        # What the canvas shows can be pointed at; what is chosen is drawn over it.
        press(".routes li button.pick")
        check(browser.find_elements(By.CSS_SELECTOR, "#overlay .route.chosen path.leg"), "a route chosen in the list is not drawn")
        check(browser.find_elements(By.CSS_SELECTOR, "#card blockquote"), "a card has no quotation")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
        check(not browser.find_elements(By.CSS_SELECTOR, "#overlay path.leg"), "Escape leaves a route drawn")
        opened = browser.execute_script("""
            const canvas = document.querySelector('#crowd'), box = canvas.getBoundingClientRect();
            const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            for (let at = 3; at < data.length; at += 4 * 37) {
              if (data[at] < 200) continue;
              const pixel = (at - 3) / 4, ratio = width / box.width;
              document.querySelector('#map').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true,
                clientX: box.left + pixel % width / ratio, clientY: box.top + Math.floor(pixel / width) / ratio }));
              if (!document.querySelector('#card').hidden) return true;
            }
            return false;""")
        check(opened, "nothing on the canvas can be chosen")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
        browser.execute_script("document.querySelector('#zoom-fit').click()")
        if browser.find_elements(By.ID, "all-places"):
            browser.execute_script("document.querySelector('#all-places').click()")
        rows = browser.find_elements(By.CSS_SELECTOR, ".places tbody tr")
        check(len(rows) >= expected["places"], f"{len(rows)} rows of {expected['places']} places")
    if expected["legs"] and not large:
        press("#overlay .route .hit")
        check(chosen(".routes li"), "a line clicked marks no route in the list")
        check(browser.find_element(By.ID, "card").is_displayed(), "a line clicked opens no card")
        press("#card-close")
        check(not browser.find_element(By.ID, "card").is_displayed(), "the card does not close")
        browser.execute_script("document.querySelector('#overlay .route').focus()")
        browser.switch_to.active_element.send_keys(Keys.ENTER)
        check(chosen(".routes li"), "Enter on a line chooses nothing")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    if expected["places"] and not large:
        press("#overlay .place .dot")
        check(browser.find_elements(By.CSS_SELECTOR, ".mention.chosen"), "a mark clicked marks no mention")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)

    # A filter hides routes in the list and on the map.
    for select in browser.find_elements(By.CSS_SELECTOR, ".filters select[name=status]"):
        browser.execute_script("arguments[0].selectedIndex = 1; arguments[0].dispatchEvent(new Event('change'))", select)
        shown = [i for i in browser.find_elements(By.CSS_SELECTOR, ".routes li") if i.is_displayed()]
        check(0 < len(shown) < len(items), "the filter hides nothing or all")
        browser.execute_script("arguments[0].selectedIndex = 0; arguments[0].dispatchEvent(new Event('change'))", select)

    # Colours may mean the status or the date; the legend says so.
    for select in browser.find_elements(By.CSS_SELECTOR, ".filters select[name=colour]"):
        values = [option.get_attribute("value") for option in select.find_elements(By.TAG_NAME, "option")]
        for value in values[1:] + [""]:
            browser.execute_script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", select, value)
            keys = browser.find_elements(By.CSS_SELECTOR, ".legend .tint")
            check(bool(keys) == bool(value), f"the legend has {len(keys)} colours of {value or 'ways'}")
            check(browser.find_element(By.CSS_SELECTOR, ".legend .way").is_displayed() != bool(value), "the legend tells of colours that are not there")

    # Paper has one picture, whatever the window's size; its marks stand where the places are.
    sheets = []
    for width, height in ((1600, 1000), (1000, 700), (420, 800)):
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        time.sleep(0.3)
        browser.execute_script("document.querySelector('#zoom-fit').click()")
        sheets.append(browser.execute_script("""
            dispatchEvent(new Event('beforeprint'));
            const canvas = document.querySelector('#print'), copy = document.createElement('canvas');
            [copy.width, copy.height] = [canvas.width, canvas.height];
            const context = copy.getContext('2d', { willReadFrequently: true });
            context.drawImage(canvas, 0, 0);
            const at = element => element.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
            const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
            const marks = [...document.querySelectorAll('#overlay .place')].map(mark => {
              const [x, y] = at(mark).map(value => Math.round(2 * value)), dot = mark.querySelector('.dot');
              const pixel = [...data.slice(4 * (y * width + x), 4 * (y * width + x) + 3)].join();
              return { x, y, pixel, fill: getComputedStyle(dot).fill.match(/\\d+/g).slice(0, 3).join() };
            }).filter(({ x, y }) => x > 8 && y > 8 && x < width - 8 && y < height - 8)
              // Marks that lie on each other prove nothing.
              .filter((mark, index, all) => all.every(other => other === mark || Math.hypot(other.x - mark.x, other.y - mark.y) > 30))
              .slice(0, 10);
            dispatchEvent(new Event('afterprint'));
            return { size: [width, height], marks };"""))
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    check(len({tuple(sheet["size"]) for sheet in sheets}) == 1, f"the printed picture has sizes {[s['size'] for s in sheets]}")
    check(sheets[0]["size"][0] > 1000, "no picture is printed")
    for sheet in sheets:
        found = sum(mark["pixel"] == mark["fill"] for mark in sheet["marks"])
        check(found >= 0.8 * len(sheet["marks"]), f"on paper, marks are not where they should be: {sheet['marks']}")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    printed = browser.execute_script("""
        const box = query => document.querySelector(query).getBoundingClientRect();
        return { map: box('#map').height, ratio: box('#print').width / box('#print').height };""")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    check(printed["map"] == 0 and abs(printed["ratio"] - sheets[0]["size"][0] / sheets[0]["size"][1]) < 0.02, f"on paper stands {printed}")

    # A double click on a button is two clicks, and a drag by touch swallows no tap.
    def scale():
        return browser.execute_script("""
            return Number(document.querySelector('#overlay .lines').getAttribute('transform').match(/scale\\(([^)]*)/)[1])""")
    time.sleep(0.3)
    before = scale()
    press("#zoom-in", "dblclick")
    time.sleep(0.2)
    check(scale() == before, "a double click on a button zooms the map under it")
    browser.execute_script("""
        const map = document.querySelector('#map');
        const send = (type, x) => map.dispatchEvent(new PointerEvent(type, {
          bubbles: true, cancelable: true, pointerId: 1, pointerType: 'touch', button: 0, clientX: x, clientY: 200 }));
        HTMLElement.prototype.setPointerCapture = () => {};
        send('pointerdown', 200); send('pointermove', 260); send('pointerup', 260);
        const button = document.querySelector('#zoom-in');
        button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerId: 2, pointerType: 'touch', button: 0 }));
        button.click();""")
    time.sleep(0.2)
    check(scale() > before, "after a drag by touch the first tap is lost")

    # What a person decides is kept over a reload, listed, saved, and taken back.
    if items:
        press(".routes li button.pick")
        browser.execute_script("document.querySelector('#card details.edit > button').click()")
        lines = browser.execute_script("return Object.keys(localStorage).filter(k => k.startsWith('periplus:')).map(k => localStorage.getItem(k))")
        check(len(lines) == 1 and json.loads(lines[0])[0]["do"] == "reject-route", f"a rejected route is kept as {lines}")
        browser.get(page.as_uri())
        wait_for("#decisions li")
        check(browser.find_elements(By.CSS_SELECTOR, ".routes li.rejected"), "a decision is lost with a reload")
        check(len(browser.find_elements(By.CSS_SELECTOR, "#decisions li")) == 1, "a decision is not listed")
        browser.execute_script("document.querySelector('#decisions li button').click()")
        check(not browser.find_elements(By.CSS_SELECTOR, ".rejected"), "a decision is not taken back")
        items = browser.find_elements(By.CSS_SELECTOR, ".routes li")
    if expected["places"] and browser.find_elements(By.CSS_SELECTOR, ".mention"):
        press(".mention")
        browser.execute_script("[...document.querySelectorAll('#card .edit button')].at(-1).click()")
        check(browser.find_elements(By.CSS_SELECTOR, ".mention.rejected"), "a name that is no place stays one")
        browser.execute_script("document.querySelector('#forget-decisions').click()")
        press("#card-close")

    # Sifting is quick; an address leads back to a view.
    if len(items) > 1:
        spent = browser.execute_script("""
            const field = document.querySelector('.filters [name=search]'), start = performance.now();
            field.value = document.querySelector('.routes li .name').textContent.slice(0, 6);
            field.dispatchEvent(new Event('input'));
            return performance.now() - start;""")
        shown = [i for i in browser.find_elements(By.CSS_SELECTOR, ".routes li") if i.is_displayed()]
        check(0 < len(shown) <= len(items), "a search finds nothing")
        check(spent < 250, f"a search takes {spent:.0f} ms")
        browser.execute_script("""
            const field = document.querySelector('.filters [name=search]');
            field.value = ''; field.dispatchEvent(new Event('input'));""")
    browser.execute_script("location.hash = '#view=10.0000,20.0000,2000&embed=1'")
    time.sleep(0.3)
    check(not browser.find_element(By.CSS_SELECTOR, ".side").is_displayed(), "an embedded map shows the text")
    check(abs(scale() * 8192 - 2000) < 30, f"an address leads to the scale {scale() * 8192}")
    browser.execute_script("location.hash = '#view=10.0000,20.0000,2000'")
    time.sleep(0.3)

    # Zoom and the narrow layout.
    before = browser.find_element(By.CSS_SELECTOR, "#overlay .lines").get_attribute("transform")
    browser.find_element(By.ID, "map").send_keys("+")
    time.sleep(0.2)
    after = browser.find_element(By.CSS_SELECTOR, "#overlay .lines").get_attribute("transform")
    check(before != after, "the plus key does not zoom")
    browser.set_window_size(500, 900)
    time.sleep(0.2)
    width = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    check(width <= 0, f"the narrow page is {width} px too wide")

    tiles = expected.get("tiles")
    for entry in browser.get_log("browser"):
        is_missing = tiles and entry["message"].startswith(tiles) and "net::ERR_" in entry["message"]
        check(is_missing, f"console: {entry['message']}")
    asked = 0
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            is_tile = bool(tiles) and url.startswith(tiles + "/")
            asked += is_tile
            check(url == page.as_uri() or is_tile, f"requested {url[:80]}")
    check(not tiles or asked > 0, "no tile was asked for")

    # Nothing but our own script runs.
    browser.execute_script("""
        const script = document.createElement('script');
        script.textContent = 'window.intruder = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.intruder = true">');""")
    time.sleep(0.2)
    check(not browser.execute_script("return window.intruder"), "the policy lets a foreign script run")
finally:
    browser.quit()
print("\n".join(faults))
sys.exit(1 if faults else 0)

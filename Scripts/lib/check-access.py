"""Runs axe-core on pages in the states that a reader meets, and uses them by keys: check-access.py AXE.js PAGE.html ...

Prints every fault; exit 1 if any is serious or critical, or the keys lead nowhere.
"""
import pathlib
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

axe = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
options = Options()
options.binary_location = "/usr/bin/chromium"
for flag in ("--headless=new", "--no-sandbox", "--disable-gpu"):
    options.add_argument(flag)
browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
browser.set_script_timeout(300)
failed = False


def shape(width, height, theme):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
    time.sleep(0.5)


def report(state):
    global failed
    violations = browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then(({ violations }) => done(violations), fault => done([{"
        " id: String(fault), impact: 'critical', help: 'axe did not run', nodes: [] }]))")
    for one in violations:
        failed |= one["impact"] in ("serious", "critical")
        print(f"{state}: {one['impact']}: {one['id']}: {one['help']} ({len(one['nodes'])})")
        for node in one["nodes"][:3]:
            print(f"    {node['html'][:160]}\n    {(node.get('failureSummary') or '')[:300]}")
    if not violations:
        print(f"{state}: no fault")


def keys(name):
    """Tab reaches the map, its buttons, the filters, an entry; Enter chooses it; Escape lets it go."""
    global failed
    browser.execute_script("document.activeElement.blur(); scrollTo(0, 0)")
    seen = []
    for _ in range(400):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        spot = browser.execute_script("""
            const at = document.activeElement, style = getComputedStyle(at);
            return [at.id || at.name || at.className?.baseVal || at.className || at.tagName, style.outlineStyle !== 'none' || Boolean(at.ownerSVGElement)]""")
        seen.append(spot)
        if spot[0] == "pick":
            break
    names = [spot[0] for spot in seen]
    unseen = sorted({str(spot[0]) for spot in seen if not spot[1]})
    if unseen:
        print(f"{name}: keys: no outline shows that these have the focus: {unseen}")
        failed = True
    for wanted in ("skip", "map", "zoom-in"):
        if wanted not in names:
            print(f"{name}: keys: {wanted} is not reached")
            failed = True
    if names[-1] != "pick":
        print(f"{name}: keys: no entry is reached in 400 steps")
        failed = failed or bool(browser.find_elements(By.CSS_SELECTOR, ".routes li"))
        return
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    if not browser.find_element(By.ID, "card").is_displayed():
        print(f"{name}: keys: Enter on an entry opens no card")
        failed = True
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    if browser.find_element(By.ID, "card").is_displayed():
        print(f"{name}: keys: Escape leaves the card open")
        failed = True
    print(f"{name}: keys: an entry after {len(names)} steps")


try:
    for argument in sys.argv[2:]:
        page = pathlib.Path(argument).resolve()
        shape(1400, 900, "light")
        browser.get(page.as_uri())
        browser.execute_script(axe)
        report(f"{page.name}, light")
        shape(1400, 900, "dark")
        report(f"{page.name}, dark")
        shape(1400, 900, "light")
        for selector, what in ((".routes li button.pick", "route"), (".mention", "place")):
            if browser.find_elements(By.CSS_SELECTOR, selector):
                browser.execute_script(
                    "document.querySelector(arguments[0]).click();"
                    "document.querySelectorAll('details').forEach(one => one.open = true)", selector)
                time.sleep(0.3)
                report(f"{page.name}, a {what} chosen, all unfolded")
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
        keys(page.name)
        shape(420, 800, "light")
        report(f"{page.name}, narrow")
finally:
    browser.quit()
sys.exit(1 if failed else 0)

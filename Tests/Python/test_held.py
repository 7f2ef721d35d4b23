import os
import pickle
import signal
import subprocess
import sys
import threading

import pytest

import periplus
from conftest import HERE, is_alive, wait_until


def test_one_program_answers_many(unruly):
    with periplus.Mapper() as mapper:
        for text in ("a", "b", "c"):
            assert mapper.map(text).data["sha256"] == text
        process = mapper.process_id
        assert unruly() == 1 and is_alive(process)
    wait_until(lambda: not is_alive(process))
    assert mapper.process_id is None


def test_one_that_was_killed_is_started_anew(unruly):
    with periplus.Mapper() as mapper:
        mapper.map("a")
        os.kill(mapper.process_id, signal.SIGKILL)
        assert mapper.map("b").data["sha256"] == "b"
        assert unruly() == 2


def test_one_that_always_dies_is_an_error_with_its_last_words(unruly):
    with periplus.Mapper(restarts=2) as mapper:
        with pytest.raises(periplus.ProgramFailed, match="it cannot go on") as raised:
            mapper.map("die")
        assert raised.value.exit_code == 70 and unruly() == 3
        assert mapper.map("a").data["sha256"] == "a"
        assert str(pickle.loads(pickle.dumps(raised.value))) == "it cannot go on"


def test_time_runs_out_and_the_next_one_is_answered(unruly):
    with periplus.Mapper(timeout=0.5) as mapper:
        mapper.map("a")
        process = mapper.process_id
        with pytest.raises(TimeoutError, match="0.5 s"):
            mapper.map("hang")
        wait_until(lambda: not is_alive(process))
        assert mapper.map("b").data["sha256"] == "b"


def test_an_interrupt_does_not_mix_up_the_answers(unruly):
    with periplus.Mapper() as mapper:
        mapper.map("a")
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            mapper.map("hang")
        assert mapper.map("b").data["sha256"] == "b"


def test_a_text_larger_than_a_pipe_goes_through(unruly):
    text = "ä" * 500_000
    assert periplus.Mapper(timeout=20).map(text).data["sha256"] == text


def test_it_travels_by_pickle(unruly):
    mapper = periplus.Mapper(bar=0.5)
    mapper.map("a")
    other = pickle.loads(pickle.dumps(mapper))
    assert other.options == mapper.options and other.process_id is None
    assert other.map("b").data["sha256"] == "b" and unruly() == 2


def test_a_forked_child_has_a_program_of_its_own(unruly):
    with periplus.Mapper() as mapper:
        mapper.map("a")
        process = mapper.process_id
        child = os.fork()
        if child == 0:
            good = mapper.map("b").data["sha256"] == "b" and mapper.process_id != process
            mapper.close()
            os._exit(0 if good else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert is_alive(process) and mapper.map("c").data["sha256"] == "c" and mapper.process_id == process


def test_python_ends_and_so_does_the_program(unruly):
    code = "import periplus; m = periplus.Mapper(); m.map('a'); print(m.process_id)"
    done = subprocess.run([sys.executable, "-Wd", "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    wait_until(lambda: not is_alive(int(done.stdout)))


def test_python_is_killed_and_the_program_ends(unruly):
    code = "import periplus, time; m = periplus.Mapper(); m.map('a'); print(m.process_id, flush=True); time.sleep(60)"
    python = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    process = int(python.stdout.readline())
    python.kill()
    python.wait()
    python.stdout.close()
    wait_until(lambda: not is_alive(process))


def test_no_program_is_an_error_that_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PERIPLUS_PROGRAM", str(tmp_path / "none"))
    with pytest.raises(periplus.ProgramMissing, match="none"):
        periplus.Mapper().map("a")
    monkeypatch.delenv("PERIPLUS_PROGRAM")
    # The command of the package itself, which only looks for the program, is none.
    (tmp_path / "periplus").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "periplus").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(periplus.ProgramMissing, match="PERIPLUS_PROGRAM"):
        periplus.Mapper().map("a")


def test_a_program_that_is_none_is_told_of(monkeypatch):
    monkeypatch.setenv("PERIPLUS_PROGRAM", "/bin/false")
    with pytest.raises(periplus.ProgramFailed, match="exit code 1"):
        periplus.Mapper().map("a")
    assert HERE.is_dir()

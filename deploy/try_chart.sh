#!/bin/sh
# Renders the chart with its values and reads the result with kubectl, which checks that every document is a Kubernetes object.
#   deploy/try_chart.sh
# Needs kubectl, python3 with PyYAML, and this repository's Node.js.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
values=$(python3 -c 'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))' "$here/helm/powernode/values.yaml")
"$here/../node_modules/.bin/node" "$here/render_chart.mjs" "$here/helm/powernode" "$values" >"$folder/chart.yaml"
printf 'resources: [chart.yaml]\n' >"$folder/kustomization.yaml"
kubectl kustomize "$folder" >"$folder/read.yaml"
grep '^kind:' "$folder/read.yaml" | sort

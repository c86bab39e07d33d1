using BenchmarkDotNet.Running;
using Mesh.Sdk.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(MeshBenchmarks).Assembly).Run(args);

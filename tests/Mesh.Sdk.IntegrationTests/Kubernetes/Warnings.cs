using System.Collections.Concurrent;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Collects warnings as they come.</summary>
internal sealed class Warnings : ConcurrentQueue<Diagnostic>, IProgress<Diagnostic>
{
    public void Report(Diagnostic value) => Enqueue(value);
}

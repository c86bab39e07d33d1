using System.Collections.Concurrent;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Mesh.Sdk.Hosting;

/// <summary>Logs what is risky about a connection and what its server warns of, each once.</summary>
internal sealed class LoggedWarnings(ILogger logger, string cluster) : IProgress<Diagnostic>
{
    private readonly ConcurrentDictionary<string, byte> _told = new(StringComparer.Ordinal);

    public void Report(Diagnostic value)
    {
        if (_told.TryAdd(value.Message, 0))
        {
            MeshLog.Warned(logger, cluster, value.Code, value.Message);
        }
    }
}

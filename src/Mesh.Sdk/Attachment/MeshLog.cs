using Mesh.Sdk.Apply;
using Microsoft.Extensions.Logging;

namespace Mesh.Sdk.Attachment;

/// <summary>The messages of this library's logs. None has room for a secret.</summary>
internal static partial class MeshLog
{
    [LoggerMessage(1, LogLevel.Information, "Begun to {Operation} cluster {Cluster}")]
    public static partial void Started(ILogger logger, string operation, string cluster);

    [LoggerMessage(2, LogLevel.Information, "Finished to {Operation} cluster {Cluster}: {Result}")]
    public static partial void Finished(ILogger logger, string operation, string cluster, ApplyResult result);

    [LoggerMessage(3, LogLevel.Error, "Failed to {Operation} cluster {Cluster}: {Result}. {Reasons}")]
    public static partial void Failed(ILogger logger, string operation, string cluster, ApplyResult result, string reasons);

    [LoggerMessage(4, LogLevel.Warning, "Cluster {Cluster}: {Code}: {Message}")]
    public static partial void Warned(ILogger logger, string cluster, string code, string message);
}

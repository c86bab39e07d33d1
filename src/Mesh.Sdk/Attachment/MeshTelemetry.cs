using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mesh.Sdk.Apply;

namespace Mesh.Sdk.Attachment;

/// <summary>Traces, metrics and log messages of work on clusters. Source and meter are named <see cref="Name"/>.</summary>
public static class MeshTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Mesh.Sdk";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("mesh.operation.duration", "s", "How long attaching, rotating and detaching a cluster takes.");

    private static readonly Counter<long> Objects = Meter.CreateCounter<long>("mesh.operation.objects", "{object}", "Objects by what became of them.");

    internal static async Task<ApplyResult> RunAsync(ConnectedMesh mesh, string operation, string cluster, Func<Task<ApplyResult>> work)
    {
        using Activity? activity = Source.StartActivity($"mesh {operation}");
        activity?.SetTag("mesh.name", mesh.Mesh.Name).SetTag("mesh.cluster", cluster);
        long start = mesh.Time.GetTimestamp();
        MeshLog.Started(mesh.Logger, operation, cluster);
        ApplyResult result = await work().ConfigureAwait(false);
        Note(mesh, operation, cluster, result, mesh.Time.GetElapsedTime(start));
        activity?.SetStatus(result.IsSuccess ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return result;
    }

    private static void Note(ConnectedMesh mesh, string operation, string cluster, ApplyResult result, TimeSpan elapsed)
    {
        KeyValuePair<string, object?> tag = new("mesh.operation", operation);
        Duration.Record(elapsed.TotalSeconds, tag, new("mesh.success", result.IsSuccess));
        foreach ((ApplyStatus status, int count) in result.Objects.CountBy(o => o.Status))
        {
            Objects.Add(count, tag, new("mesh.status", status.ToString()));
        }

        if (result.IsSuccess)
        {
            MeshLog.Finished(mesh.Logger, operation, cluster, result);
        }
        else
        {
            string reasons = string.Join(" ", result.Findings.Errors.Concat(result.Failed.Select(f => f.Reason!)).Select(d => $"{d.Code}: {d.Message}"));
            MeshLog.Failed(mesh.Logger, operation, cluster, result, reasons);
        }
    }
}

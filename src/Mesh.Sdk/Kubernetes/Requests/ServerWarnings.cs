using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Passes on what the server warns of, such as kinds that will go.</summary>
internal static class ServerWarnings
{
    public static void Tell(HttpResponseMessage answer, ApiRequest request, IProgress<Diagnostic>? listener)
    {
        if (listener is null || request.IsSecret)
        {
            return;
        }

        foreach (string text in answer.Headers.Warning.Select(w => w.Text.Trim('"')).Distinct())
        {
            listener.Report(ConnectionDiagnostics.ServerWarning.At(request.ToString(), text));
        }
    }
}

using System.Net;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>A whole answer that tells of success.</summary>
internal readonly record struct Answer(HttpStatusCode Code, string ContentType, string Text)
{
    /// <summary>Returns the code; the text may be secret.</summary>
    public override string ToString() => Code.ToString();
}

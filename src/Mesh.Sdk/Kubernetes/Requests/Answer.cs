using System.Net;
using System.Text;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>A whole answer that tells of success.</summary>
internal readonly record struct Answer(HttpStatusCode Code, byte[] Body)
{
    /// <summary>Gets the body as text, decoded each time: of most answers to a write only the code is looked at.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Returns the code; the text may be secret.</summary>
    public override string ToString() => Code.ToString();
}

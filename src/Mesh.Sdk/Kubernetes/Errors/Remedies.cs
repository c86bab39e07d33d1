namespace Mesh.Sdk.Kubernetes.Errors;

/// <summary>What to do about each reason.</summary>
internal static class Remedies
{
    public static string For(KubernetesStatus status) => status.Reason switch
    {
        KubernetesErrorReason.Unauthorized => "Check the credential of the kubeconfig's user: its token or client certificate may have ended or belong to another cluster.",
        KubernetesErrorReason.Forbidden => "Have a role bound to this user that allows it, or use a context of another user.",
        KubernetesErrorReason.NotFound => "Check name and namespace, and that the kind is served in this version.",
        KubernetesErrorReason.AlreadyExists => "Use server-side apply to change it, or choose another name.",
        KubernetesErrorReason.Conflict when status.Causes.Count > 0 => "Leave these fields to their managers, or take them over with force.",
        KubernetesErrorReason.Conflict => "Read the object again and repeat the change on what it is now.",
        KubernetesErrorReason.Gone or KubernetesErrorReason.Expired => "List again, and go on from there.",
        KubernetesErrorReason.Invalid => "Correct the fields told.",
        KubernetesErrorReason.BadRequest => "Correct the object; the message names what the server does not understand.",
        KubernetesErrorReason.MethodNotAllowed => "Look up in discovery which verbs the kind allows.",
        KubernetesErrorReason.RequestEntityTooLarge => "Make the object smaller; etcd holds about 1.5 MiB per object.",
        _ => "Ask again later; if it stays so, the log of the API server says why.",
    };
}
